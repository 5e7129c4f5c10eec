import { chooses, does, form, stage } from './stage.js';

/*
 * People who are responsible for what happened, on the demo's first day. Each journey begins at the first page and ends in a screenshot
 * that somebody has looked at (GENSVAR_PICTURES=<folder>).
 */
const { as } = stage();

describe('The socialchef', () => {
  test('R-100 is refused with three named lacks, each a link, supplies them and decides; the receipt and the next date follow', async () => {
    const karin = await as('karin');
    const began = Date.now();
    await karin.follow(/^Lex Sarah.* LXS-/);
    expect(await karin.page.locator('h1').innerText()).toBe('Beslut om anmälan till IVO');
    await does(karin, 'DecideIvo', async (at) => {
      await at.getByLabel('Anmäls till IVO').check();
      await at.getByLabel('Skäl').fill('Mannen hade kunnat dö. Samma fel finns i alla larm.');
    });
    expect(await karin.page.title()).toMatch(/^Fel: /);
    const lacks = karin.page.locator('.error-summary a, [role=alert] a');
    expect(await lacks.count()).toBe(3);
    for (const href of await lacks.evaluateAll((links) => links.map((link) => link.getAttribute('href'))))
      expect(await karin.page.locator(String(href)).count()).toBe(1);
    await karin.stands('socialchef-tre-saknas');

    await does(karin, 'AnswerConflict', (at) => at.getByLabel('Ingen jävsgrund').check());
    await does(karin, 'DecideOutcome', async (at) => {
      await at.getByLabel('Påtaglig risk för allvarligt missförhållande').check();
      await at.getByLabel('Skäl').fill('Larmet kunde försvinna ur listan. Det är en påtaglig risk.');
    });
    await does(karin, 'DecideIvo', async (at) => {
      await at.getByLabel('Anmäls till IVO').check();
      await chooses(at.getByLabel('Vem har föredragit ärendet?'), /^Viktor Sandell/);
      await at.getByLabel('Skäl').fill('Mannen hade kunnat dö. Samma fel finns i alla larm.');
    });
    await does(karin, 'NotifyIvo', async (at) => {
      await at.getByLabel('IVO:s e-tjänst').check();
      await at
        .getByRole('group', { name: /Följde den färdiga utredningen med/ })
        .getByLabel('Ja')
        .check();
      await at.getByLabel('Kvittens').fill('K-2026-001');
    });
    expect(await karin.page.locator('main').innerText()).toContain('Anmälan skickad: IVO:s e-tjänst, utredningen följde med');
    await karin.stands('socialchef-anmalt');
    // By script, without reading: the rest of the eight minutes is for reading.
    expect(Date.now() - began).toBeLessThan(8 * 60_000);
  });
});

describe('The MAS', () => {
  test('R-107 opens the lex Maria that is late, sees which law demands it, and notifies', async () => {
    const mas = await as('mas');
    await mas.follow(/^Lex Maria.* LXM-/);
    expect(await mas.main()).toMatch(/PSL|patientsäkerhetslagen/i);
    expect(await mas.main()).toContain('försenad');
    await does(mas, 'DecideIvo', async (at) => {
      await at.getByLabel('Anmäls till IVO').check();
      await at.getByLabel('Skäl').fill('Händelsen hade kunnat sluta med döden.');
      if ((await at.getByLabel('Vem har föredragit ärendet?').count()) > 0) await at.getByLabel('Vem har föredragit ärendet?').selectOption({ index: 1 });
    });
    expect(await mas.page.title()).not.toMatch(/^Fel: /);
    expect(await form(mas, 'NotifyIvo').count()).toBe(1);
    await mas.stands('mas-lex-maria');
  });
});

describe('The enhetschef', () => {
  test('has a late case: it is first, explains its date, and each lack links to where it is supplied', async () => {
    const maria = await as('maria');
    await maria.follow(/som väntar på dig$/);
    const first = maria.page.locator('table.cases tbody tr').first();
    expect(await first.innerText()).toMatch(/■ .*försenad/);
    await first.getByRole('link').first().click();
    await maria.page.getByText('Varför detta datum?').first().click();
    expect(await maria.page.locator('.next').innerText()).toMatch(/kommunens eget mål|lokal regel|enligt lag/);
    await maria.follow('Planera en åtgärd, eller motivera varför ingen behövs');
    await does(maria, 'PlanAction', async (at) => {
      await at.getByLabel('Vad ska göras?').fill('Vakanta pass fördelas om senast kl. 14 dagen innan.');
      await chooses(at.getByLabel('Vad handlar åtgärden om?'), /^Rutiner/);
      await at.getByLabel('Kortsiktig').check();
      await at
        .getByRole('group', { name: /Vilken orsak/ })
        .getByRole('checkbox')
        .first()
        .check();
      await at.getByLabel('När ska den vara gjord?').fill('2027-02-01');
      await at.getByLabel('Hur ska effekten bedömas?').fill('Uteblivna besök räknas i en månad.');
    });
    expect(await maria.page.title()).not.toMatch(/^Fel: /);
    expect(await maria.page.locator('.next').innerText()).not.toMatch(/Planera en åtgärd, eller|Ange vilken orsak/);
    await maria.stands('enhetschef-forsenat');
  });
});
