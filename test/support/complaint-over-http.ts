import { randomUUID } from 'node:crypto';
import type { Answer, Api, Who } from './api.js';
import { complaint, type Stage, walkBy } from './complaint-way.js';

export { complaint, type Stage, way } from './complaint-way.js';

type Command = { readonly type: string } & Record<string, unknown>;

/** Reports a complaint over HTTP; the id of the case. */
export async function reported(api: Api, body: Record<string, unknown> = {}, who: Who | null = 'registrar'): Promise<string> {
  const { status, body: answer } = await api.post('/api/cases', { ...complaint, ...body }, who, { 'idempotency-key': randomUUID() });
  if (status !== 201) throw new Error(`${status} ${answer.code} ${JSON.stringify(answer.missing ?? [])}`);
  return answer.id as string;
}

export const does = (api: Api, id: string, command: Command, who: Who | null = 'manager'): Promise<Answer> =>
  api.post(`/api/cases/${id}/commands`, command, who, { 'idempotency-key': randomUUID() });

/** The shortest lawful way of a complaint to a stage, by its manager over HTTP. */
export async function walk(api: Api, id: string, to: Stage): Promise<void> {
  const give = async (of: string, command: Command) => {
    const { status, body } = await does(api, of, command);
    if (status !== 200) throw new Error(`${command.type}: ${status} ${body.code} ${JSON.stringify(body.missing)}`);
  };
  await walkBy({ now: () => api.core.clock.now(), see: async (of) => (await api.get(`/api/cases/${of}`, 'manager')).body, give }, id, to);
}
