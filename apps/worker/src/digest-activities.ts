import { Injectable } from '@nestjs/common';
import { Context } from '@temporalio/activity';
import { Ledger } from '#ledger';
import type { DigestActivities } from '#workflows/activities';

@Injectable()
export class LedgerDigestActivities implements DigestActivities {
  constructor(private readonly ledger: Ledger) {}

  writeDigests: DigestActivities['writeDigests'] = () => {
    const { heartbeat } = Context.current();
    return this.ledger.digests.write(() => heartbeat());
  };

  map(): DigestActivities {
    const { writeDigests } = this;
    return { writeDigests };
  }
}
