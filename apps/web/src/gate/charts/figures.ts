import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/ask';
import type { Text } from '../../api/shapes';

export interface Figures {
  stages: { stage: string; label: Text; phase: string; open: number; stays: number; median: number | null; p80: number | null; longest: number | null }[];
  ages: { from: number; to: number | null; cases: number }[];
}

export const figuresAddress = (province: string, programmeYear: number) => `/v1/statistics?region=${province}&programmeYear=${programmeYear}`;
export const figuresOf = (province: string, programmeYear: number) =>
  queryOptions({ queryKey: ['gate', 'figures', province, programmeYear], queryFn: () => ask<Figures>(figuresAddress(province, programmeYear)) });
