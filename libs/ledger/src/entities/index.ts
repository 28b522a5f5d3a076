import { AcceptedCommand, CaseEventRow, ConfidentialText, RegulationCase, TaskRow } from './case.entities';
import { Holder, Mandate, Person, ProcessDefinition, PublishedCalendar, Region } from './register.entities';

export * from './case.entities';
export * from './register.entities';
export const entities = [
  Region,
  Person,
  Holder,
  Mandate,
  ProcessDefinition,
  PublishedCalendar,
  RegulationCase,
  CaseEventRow,
  ConfidentialText,
  TaskRow,
  AcceptedCommand,
];
