import { openCore } from '#case-service/core';
import { errorFields, SettingFault } from './log.js';
import { Temporal } from './temporal.js';

describe('What is logged of a fault', () => {
  test('a missing setting is named', async () => {
    const faults = [
      await openCore({ databaseUrl: undefined, masterKey: undefined }, 'test').catch((error: unknown) => error),
      await openCore({ databaseUrl: 'postgres://127.0.0.1:1/x', masterKey: undefined }, 'test').catch((error: unknown) => error),
      (() => {
        try {
          return Temporal.open({ address: undefined, namespace: 'default', ui: undefined });
        } catch (error) {
          return error;
        }
      })(),
    ];
    expect(faults.map((fault) => errorFields(fault).said?.split(' ')[0])).toEqual(['DATABASE_URL', 'GENSVAR_MASTER_KEY', 'TEMPORAL_ADDRESS']);
  });

  test('no other message is: it may quote what somebody wrote', () => {
    expect(JSON.stringify(errorFields(new Error('ord som någon skrev')))).not.toContain('någon');
    expect(errorFields(new SettingFault('X saknas'))).toMatchObject({ error: 'SettingFault', said: 'X saknas' });
  });
});
