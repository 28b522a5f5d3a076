import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Definition, rpikV1 } from '#process';
import { type Caller, Ledger } from '#ledger';
import { cell } from '../cohorts/board-csv';
import { By } from '../door/request';
import { Describes } from '../openapi/describe';
import { statisticsExample, StatisticsQuery, StatisticsShape } from './statistics-shapes';

const stages = Object.entries((rpikV1 as Definition).stages);
const columns = ['stage', 'open', 'stays', 'median', 'p80', 'longest'] as const;

@ApiTags('statistics')
@Controller('v1/statistics')
export class StatisticsController {
  constructor(private readonly ledger: Ledger) {}

  @Get()
  @Describes({
    summary: 'Cases by stage, how long they stay there, and how old they are',
    says: 'Of the cases the caller may see, narrowed to a province or region and a programme year. Every stage has a row, in the order of the process. Stays are in working days (`median`: half of them took at most so long; `p80`: four fifths), ages in calendar days since filing. `Accept: text/csv` gives the stages as a table.',
    answers: [{ says: 'Figures as of now.', type: StatisticsShape, example: statisticsExample }],
    problems: ['validation-failed'],
  })
  async figures(@By() caller: Caller, @Query() { region, programmeYear }: StatisticsQuery, @Headers('accept') accept: string | undefined, @Res({ passthrough: true }) reply: FastifyReply) {
    const found = await this.ledger.registers.statistics.figures(caller, { ...(region && { region }), ...(programmeYear !== undefined && { programmeYear }) });
    const rows = stages.map(([stage, { label, phase }]) => ({ label, phase, ...(found.stages.find((one) => one.stage === stage) ?? { stage, open: 0, stays: 0, median: null, p80: null, longest: null }) }));
    reply.header('vary', 'Accept');
    if (!accept?.includes('text/csv')) return { stages: rows, ages: found.ages };
    reply.headers({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="statistics.csv"' });
    return [columns, ...rows.map((row) => columns.map((column) => row[column]))].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
  }
}
