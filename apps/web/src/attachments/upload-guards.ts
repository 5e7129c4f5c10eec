import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { CaseService } from '#case-service/case-service';
import { askedBy, textOf } from '../frame/request.js';
import { FollowSession } from '../sign-in/follow-session.js';
import type { MaySend, Uploading } from './uploads.js';

/** Decides who may send files with a form, before it is read; without a guard nobody may. Never stops the form itself, whose text is answered. */
const allow = (context: ExecutionContext, may: (request: Uploading) => MaySend): boolean => {
  const request = context.switchToHttp().getRequest<Uploading>();
  request.maySendFiles = may(request);
  return true;
};

/** The public's own report: anyone. */
@Injectable()
export class ReportersSend implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    return allow(context, () => () => true);
  }
}

/** One who has logged in. */
@Injectable()
export class StaffSend implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    return allow(context, (request) => () => askedBy(request).person !== null);
  }
}

/** One whose browser has a session of a case. */
@Injectable()
export class FollowersSend implements CanActivate {
  constructor(private readonly session: FollowSession) {}

  canActivate(context: ExecutionContext): boolean {
    return allow(context, (request) => async () => (await this.session.caseOf(request)) !== null);
  }
}

/** One whose form holds the code of a case, before its files. */
@Injectable()
export class CodeHoldersSend implements CanActivate {
  constructor(private readonly cases: CaseService) {}

  canActivate(context: ExecutionContext): boolean {
    return allow(context, () => async (body) => (await this.cases.byReceiptCode(textOf(body, 'code'))) !== null);
  }
}
