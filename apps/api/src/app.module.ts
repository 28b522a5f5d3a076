import { type DynamicModule, Global, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import type { ApiConfig } from '#config';
import { FolderStore } from '#documents';
import { TokenVerifier } from '#identity';
import { assertSafeRole, Ledger } from '#ledger';
import { CalendarProcess } from './calendars/calendar-process';
import { CalendarsController } from './calendars/calendars.controller';
import { CasesModule } from './cases/cases.module';
import { CohortDesk } from './cohorts/cohort-desk';
import { CohortFilesController } from './cohorts/cohort-files.controller';
import { CohortProcess } from './cohorts/cohort-process';
import { CohortsController } from './cohorts/cohorts.controller';
import { ConflictsController } from './cohorts/conflicts.controller';
import { DecisionsController } from './cohorts/decisions.controller';
import { DecisionsDesk } from './cohorts/decisions-desk';
import { MeetingsController } from './cohorts/meetings.controller';
import { MinutesController } from './cohorts/minutes.controller';
import { MinutesDesk } from './cohorts/minutes-desk';
import { DemoClock } from './demo/demo-clock';
import { DigestProcess } from './demo/digest-process';
import { DemoController } from './demo/demo.controller';
import { ShapePipe } from './door/shape.pipe';
import { EngineModule } from './engine';
import { HealthBook } from './health/health-book';
import { HealthController, MetricsController } from './health/health.controller';
import { InstallationController } from './health/installation.controller';
import { Metrics } from './health/metrics';
import { Callers } from './identity/callers';
import { AdmissionGuard, IdentityGuard } from './identity/identity.guard';
import { RateGuard } from './identity/rate.guard';
import { LiveChanges } from './live/live-changes';
import { StreamController } from './live/stream.controller';
import { NoticesController } from './notices/notices.controller';
import { PreferencesController } from './notices/preferences.controller';
import { ProblemFilter } from './problems/problem.filter';
import { PublicController } from './open/public.controller';
import { PressController } from './radar/press.controller';
import { RadarController } from './radar/radar.controller';
import { RadarDesk } from './radar/radar-desk';
import { EvidenceController } from './readiness/evidence.controller';
import { StatisticsController } from './statistics/statistics.controller';
import { ReadinessController } from './readiness/readiness.controller';
import { ReadinessDesk } from './readiness/readiness-desk';
import { OfficesController } from './register/offices.controller';
import { RegisterController } from './register/register.controller';
import { SignInModule } from './sign-in/sign-in.module';
import { KbliController } from './rules/kbli.controller';
import { RulesController } from './rules/rules.controller';
import { apiConfig, documentStore } from './tokens';
import { PageFaultsController } from './web/page-faults.controller';
import { ScreensController } from './web/screens.controller';
import { CommandsController, WorklistController } from './worklist/worklist.controller';

/** Closes the pool when everything that reads and writes has finished. */
@Injectable()
class ClosesLedger implements OnApplicationShutdown {
  constructor(private readonly ledger: Ledger) {}

  async onApplicationShutdown(): Promise<void> {
    await this.ledger.database.close();
  }
}

async function connected({ database: { url, pool }, timeSkipping }: ApiConfig): Promise<Ledger> {
  const ledger = await Ledger.connect(url, { pool, applicationName: 'selaras-api', timeSkipping });
  try {
    await assertSafeRole(ledger.database.dataSource);
    return ledger;
  } catch (unsafe) {
    await ledger.database.close();
    throw unsafe;
  }
}

/** What every room of the API shares: its configuration, the ledger, the store, and who verifies tokens. */
@Global()
@Module({})
class Rooms {
  static with(config: ApiConfig): DynamicModule {
    const { issuer, audience, jwksUrl } = config.oidc;
    return {
      module: Rooms,
      providers: [
        { provide: apiConfig, useValue: config },
        { provide: Ledger, useFactory: () => connected(config) },
        { provide: documentStore, useFactory: () => new FolderStore(config.documents.folder).prepare() },
        { provide: TokenVerifier, useFactory: () => new TokenVerifier({ issuer, audience, jwksUrl }) },
        ClosesLedger,
      ],
      exports: [apiConfig, Ledger, documentStore, TokenVerifier],
    };
  }
}

/** The door of the house: identity, shapes, problem details. It decides nothing about a case. */
@Module({})
export class AppModule {
  static with(config: ApiConfig): DynamicModule {
    const demo = config.demo ? { controllers: [DemoController], providers: [DemoClock, DigestProcess] } : { controllers: [], providers: [] };
    return {
      module: AppModule,
      imports: [Rooms.with(config), EngineModule.with(config), CasesModule, SignInModule, ThrottlerModule.forRoot([{ ttl: 60_000, limit: config.http.rateLimitPerMinute }])],
      controllers: [CalendarsController, CohortsController, CohortFilesController, ConflictsController, DecisionsController, MeetingsController, MinutesController, WorklistController, RadarController, PressController, CommandsController, NoticesController, RegisterController, RulesController, KbliController, HealthController, MetricsController, InstallationController, ScreensController, PageFaultsController, ReadinessController, EvidenceController, StatisticsController, PreferencesController, PublicController, OfficesController, StreamController, ...demo.controllers],
      providers: [
        CalendarProcess, Callers, CohortDesk, CohortProcess, DecisionsDesk, MinutesDesk, RadarDesk, ReadinessDesk, HealthBook, LiveChanges, Metrics, ...demo.providers,
        { provide: APP_GUARD, useClass: IdentityGuard },
        { provide: APP_GUARD, useClass: RateGuard },
        { provide: APP_GUARD, useClass: AdmissionGuard },
        { provide: APP_PIPE, useClass: ShapePipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
