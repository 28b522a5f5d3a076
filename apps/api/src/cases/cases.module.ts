import { Module } from '@nestjs/common';
import { CaseActsController } from './case-acts.controller';
import { CaseDesk } from './case-desk';
import { CaseDocumentsController } from './case-documents.controller';
import { CaseProcess } from './case-process';
import { CasesController } from './cases.controller';
import { ChecksController } from './checks.controller';
import { ComparisonController } from './comparison.controller';
import { DraftTexts } from './draft-texts';
import { Definitions } from './definitions';
import { DossierController } from './dossier.controller';
import { FileIntake } from './file-intake';
import { PlanMatrixController } from './plan-matrix.controller';
import { Uploads } from './uploads';

@Module({
  controllers: [CasesController, CaseActsController, CaseDocumentsController, ChecksController, PlanMatrixController, ComparisonController, DossierController],
  providers: [CaseDesk, CaseProcess, Definitions, DraftTexts, FileIntake, Uploads],
  exports: [CaseDesk, CaseProcess, Definitions, FileIntake],
})
export class CasesModule {}
