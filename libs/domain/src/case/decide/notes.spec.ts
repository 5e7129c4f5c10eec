import { people, Scenario } from '../../../../../test/support/scenario.js';
import { gapsIn } from '../../gaps.js';

const { manager, carer, controller } = people;

describe('An internal note', () => {
  const note = { type: 'WriteNote', text: 'Ring dottern efter fyra.' } as const;

  test('is sealed, answers nobody, and is written in a closed case too', () => {
    const way = new Scenario().report({ answer: { by: 'code' } });
    way.when({ type: 'ReceiveMessage', text: 'Hur går det?' }, people.anonymous);
    const waiting = way.case.contact.written;
    expect(waiting).not.toBeNull();
    way.does(manager, note);
    expect(way.last).toEqual([{ type: 'NoteWritten', open: {}, sealed: { text: note.text } }]);
    expect(way.case.contact.written).toBe(waiting);
    const closed = new Scenario().report({}).advanceTo('closed');
    expect(closed.when(note, manager).said()).toEqual([]);
  });

  test('is not written by one who only reported the case, or who counts', () => {
    const way = new Scenario().report({}, carer);
    expect(way.when(note, carer).refusal?.code).toBe('notYours');
    expect(way.when(note, controller).refusal?.code).toBe('notYours');
  });
});

describe('A text with a gap of a template left in it', () => {
  test.each(['[FYLL I: vad som hände]', 'Hej!\n\n[ fyll i: dag ] kommer svaret.', '[Fyll i', '[FYLL I]'])('is not sent: %j', (text) => {
    const way = new Scenario().report({ answer: { by: 'code' } });
    expect(way.when({ type: 'GiveFeedback', what: 'answer', method: 'letter', text }, manager).said().join()).toContain('Texten har en lucka kvar');
    expect(way.lacks()).toContain('GiveFeedback.text');
    expect(way.when({ type: 'SendMessage', text }, manager).lacks()).toEqual(['SendMessage.text']);
  });

  test('the gaps are named, each once; brackets of another sort are none', () => {
    expect(gapsIn('[FYLL I: a] och [FYLL I: b], [FYLL I: a]')).toEqual(['[FYLL I: a]', '[FYLL I: b]']);
    expect(gapsIn('Vi [personalen] ber dig fylla i blanketten.')).toEqual([]);
  });
});
