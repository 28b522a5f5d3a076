import { Register1790000000001 } from './0001-register';
import { Cases1790000000002 } from './0002-cases';
import { Cohorts1790000000003 } from './0003-cohorts';
import { Walls1790000000004 } from './0004-walls';
import { Calendars1790000000005 } from './0005-calendars';
import { Radar1790000000007 } from './0007-radar';
import { Drift1790000000008 } from './0008-drift';
import { Notices1790000000009 } from './0009-notices';
import { Readiness1790000000010 } from './0010-readiness';
import { CohortPapers1790000000012 } from './0012-cohort-papers';
import { Alarms1790000000015 } from './0015-alarms';
import { RecordedAt1790000000019 } from './0019-recorded-at';

export const migrations = [
  Register1790000000001, Cases1790000000002, Cohorts1790000000003, Walls1790000000004, Calendars1790000000005, Radar1790000000007, Drift1790000000008, Notices1790000000009, Readiness1790000000010,
  CohortPapers1790000000012, Alarms1790000000015, RecordedAt1790000000019,
];
