import { QueryFailedError } from 'typeorm';

interface DriverError {
  code?: string;
  constraint?: string;
}

const driverError = (failure: unknown): DriverError => (failure instanceof QueryFailedError ? (failure.driverError as DriverError) : {});

/** A row was there already, under the named constraint or any. Nothing of the transaction stands. */
export function isUnique(failure: unknown, constraint?: string): boolean {
  const { code, constraint: broken } = driverError(failure);
  return code === '23505' && (constraint === undefined || broken === constraint);
}

/** A lock was not granted in time. Nothing of the transaction stands. */
export const isTimeout = (failure: unknown): boolean => driverError(failure).code === '55P03';
