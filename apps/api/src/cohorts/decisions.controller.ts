import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '#ledger';
import { By, Conditions, Key, type Terms } from '../door/request';
import { Describes } from '../openapi/describe';
import { DecidedShape, decidedExample, DecisionBody, PreviewBody, previewExample, DecisionPreviewShape } from './decision-shapes';
import { DecisionsDesk } from './decisions-desk';

const common = ['not-found', 'not-your-role', 'not-your-region', 'member-unknown', 'case-busy'] as const;

@ApiTags('cohorts')
@Controller('v1/cohorts/:cohortId/decisions')
export class DecisionsController {
  constructor(private readonly decisions: DecisionsDesk) {}

  @Post('preview')
  @HttpCode(200)
  @Describes({
    summary: 'What a decision on several members would do',
    says: 'By the coordinator. Nothing is recorded. `items` is the list to send back as `expectedList`; whoever is left out is named with the reason.',
    command: 'cohort',
    body: { type: PreviewBody, example: { action: 'recommend', attachMinutes: true } },
    answers: [{ says: 'The list, and who is left out.', type: DecisionPreviewShape, example: previewExample }],
    problems: common,
  })
  preview(@By() caller: Caller, @Param('cohortId') cohortId: string, @Body() body: PreviewBody) {
    return this.decisions.preview(caller, cohortId, body);
  }

  @Post()
  @HttpCode(200)
  @Describes({
    summary: 'Decide on several members at once',
    says: 'Exactly the frozen list, each case by a command of its own under a key derived from this one; a case that has changed since drops out with its reason, and the others go on. The same key and body settle an answer that was lost: nothing is done twice. A release opens the gate for the members of the list that still stand as they stood.',
    command: 'cohort',
    body: { type: DecisionBody, example: { action: 'recommend', attachMinutes: true, expectedList: [{ caseId: 'rpik-1704-2027', seq: 61 }, { caseId: 'rpik-1706-2027', seq: 58 }] } },
    answers: [{ says: 'What became of each.', type: DecidedShape, example: decidedExample }],
    problems: [...common, 'cohort-invalid', 'gate-shut', 'nobody-at-gate', 'note-too-long'],
  })
  decide(@By() caller: Caller, @Param('cohortId') cohortId: string, @Key() key: string, @Conditions() terms: Terms, @Body() body: DecisionBody) {
    return this.decisions.decide(caller, cohortId, { key, terms, ...body });
  }
}
