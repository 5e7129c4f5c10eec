import { Controller, Inject, type MessageEvent, type OnModuleDestroy, Req, Sse } from '@nestjs/common';
import type { Request } from 'express';
import { Observable } from 'rxjs';
import { visible } from '#domain/case/visible';
import { stockholmDate } from '#domain/law/calendar';
import { type Actor, anonymous } from '#domain/org/actor';
import { recordSight } from '#domain/records/sight';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { type Change, Live } from '#read-model/live';
import { ApiDoc } from './api-doc.js';
import { LoggedIn, type RequestContext } from './request-context.js';

/** Changes as they happen: ids and codes of what the reader may see, so that a page knows when to reload. */
@Controller('api/stream')
export class LiveController implements OnModuleDestroy {
  readonly #open = new Set<() => void>();

  constructor(
    private readonly live: Live,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
    @Inject('config') private readonly config: Config,
  ) {}

  @Sse()
  @ApiDoc({
    summary: 'Vad som ändras, när det ändras',
    answer: 'text/event-stream',
    description:
      'Händelser case { id, number, kind, stage, unit, version }, record { family, id, number, status, unit, version } och register { stream }, av det som läsaren får se.',
  })
  stream(@LoggedIn() actor: Actor, @Req() { again = async () => anonymous }: Request & RequestContext): Observable<MessageEvent> {
    return new Observable<MessageEvent>((reader) => {
      let now = actor;
      const sees = () => {
        const asking = { actor: now, organisation: this.register.organisation, today: stockholmDate(this.clock.now().toISOString()) };
        return { cases: visible(asking.actor, asking.organisation, asking.today), record: recordSight(asking) };
      };
      const unfollow = this.live.follow(sees, (changes) => {
        for (const change of changes) reader.next(eventOf(change));
      });
      const beat = setInterval(() => {
        reader.next({ type: 'beat', data: '' });
        // Someone who has logged out, or whose post has ended, gets nothing more, also on a page that is left open.
        void again().then(
          (known) => (known.person === null ? reader.complete() : (now = known)),
          (error: unknown) => reader.error(error),
        );
      }, this.config.streamBeatMs);
      const end = () => reader.complete();
      this.#open.add(end);
      reader.next({ type: 'open', data: '' });
      return () => {
        clearInterval(beat);
        unfollow();
        this.#open.delete(end);
      };
    });
  }

  /** An open stream must not keep the process from ending. */
  async onModuleDestroy(): Promise<void> {
    for (const end of [...this.#open]) end();
    await this.live.close();
  }
}

const eventOf = (change: Change): MessageEvent => ({ type: change.type, data: change });
