import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isoInstant } from '#process';
import { type Caller, driftKinds, type Finding, Ledger } from '#ledger';
import { By, Key } from '../door/request';
import { Describes } from '../openapi/describe';
import { problem, refused } from '../problems/catalogue';
import { repairProblems } from '../problems/record-problems';
import { RadarDesk } from '../radar/radar-desk';
import { driftWords } from './drift-words';
import { HealthBook } from './health-book';
import { healthExample, HealthShape, refoldExample, RefoldShape } from './installation-shapes';

/** How the installation is, in words, and the one thing that can be done about drift. */
@ApiTags('health')
@Controller('v1')
export class InstallationController {
  constructor(
    private readonly ledger: Ledger,
    private readonly book: HealthBook,
    private readonly desk: RadarDesk,
  ) {}

  @Get('health')
  @Describes({
    summary: 'How each part of the installation is, in words, and what differs from the record',
    says: "For administrators. `since`: when the part became as it is, as far as this API or the record knows; all instants are on the time line of the house. `drift.counts` are of the installation, as the reconciler found them when it ran last (`ranAt`); `findings` are of the caller's regions, with the place and not the content that differs.",
    answers: [{ says: 'The parts and the drift.', type: HealthShape, example: healthExample }],
    problems: ['not-your-role'],
  })
  async health(@By() caller: Caller) {
    const { scopes } = this.desk.watch(caller, { administers: true });
    const drift = await this.ledger.drift.status(scopes);
    const parts = await this.book.parts(drift);
    const { offset } = await this.ledger.clock.now();
    const onHouseTime = (at: string | null) => (at === null ? null : isoInstant(Date.parse(at) + offset));
    return {
      status: parts.every(({ status }) => status === 'ok') ? 'ok' : 'trouble',
      at: this.book.now(),
      parts,
      drift: {
        ranAt: onHouseTime(drift.ranAt), totals: drift.totals, oldestLookSeconds: drift.oldestLookSeconds,
        counts: driftKinds.map((kind) => ({ kind, ...driftWords[kind], count: drift.counts[kind] })),
        findings: drift.findings.map(({ subjectId, kind, detail, foundAt, refoldedAt }) => ({ subjectId, kind, ...driftWords[kind], place: placeIn(detail), foundAt: onHouseTime(foundAt)!, refoldedAt: onHouseTime(refoldedAt) })),
      },
    };
  }

  @Post('cases/:caseId/refold')
  @HttpCode(200)
  @Describes({
    summary: 'Fold a case anew from its history',
    says: "For administrators of the case's region. Compares state, columns, tasks, dwell times and arrivals with the fold of the events, and writes anew what differs; the history itself is never edited. `left` is what no folding puts right.",
    command: 'register',
    answers: [{ says: 'What was folded anew; both lists are empty when everything was right.', type: RefoldShape, example: refoldExample }],
    problems: ['not-found', 'not-your-role', 'record-broken'],
  })
  async refold(@By() caller: Caller, @Key() key: string, @Param('caseId') caseId: string) {
    const result = await this.ledger.repair.byAdministrator(caller, key, caseId);
    if ('notFound' in result) throw problem('not-found');
    if ('keyReused' in result) throw problem('idempotency-key-reused');
    if ('refused' in result) throw refused(repairProblems, result);
    return { caseId, refolded: result.refolded.map(shown), left: result.left.map(shown) };
  }
}

const shown = ({ kind, detail }: Finding) => ({ kind, label: driftWords[kind].label, place: placeIn(detail) });

/** The place alone: what stands there may be for the case's own readers only. */
const placeIn = (detail: string): string => (detail.startsWith('$') ? detail.slice(0, detail.indexOf(' is ')) : detail);
