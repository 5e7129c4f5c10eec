import type { VNode } from 'preact';
import { type Option, OptionList } from '#ui/field';
import { Form } from '#ui/form';
import type { Chip, ListQuery } from './work-list-query.js';

export interface ListLink {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

export interface WorkFiltersProps {
  /** The person's own filters, by name. */
  readonly saved: readonly (ListLink & { readonly name: string })[];
  /** Those that stand as tabs, and those that are folded away until one is asked for. */
  readonly filters: readonly ListLink[];
  readonly moreFilters: readonly ListLink[];
  readonly chips: readonly Chip[];
  readonly asked: ListQuery;
  /** The query as in the address. */
  readonly search: string;
  readonly choices: { readonly kind: readonly Option[]; readonly stage: readonly Option[]; readonly unit: readonly Option[] };
}

/** The filters of a list: saved ones, fixed ones with their numbers, and a search whose conditions can each be removed. */
export function WorkFilters(props: WorkFiltersProps): VNode {
  const links = [...props.saved, ...props.filters, ...props.moreFilters.filter(({ current }) => current)];
  // A tab says all that its list is limited to.
  const isTab = [...props.filters, ...props.moreFilters].some(({ current }) => current);
  return (
    <>
      <FilterLinks links={links} label="Urval" />
      <Search {...props} />
      {isTab ? null : (
        <>
          <Chips {...props} />
          <Saved {...props} />
        </>
      )}
    </>
  );
}

const FilterLinks = ({ links, label }: { readonly links: readonly ListLink[]; readonly label: string }): VNode => (
  <nav aria-label={label} class="filters">
    {links.map((filter) => (
      <a key={filter.href + filter.label} href={filter.href} {...(filter.current ? { 'aria-current': 'page' as const } : {})}>
        {filter.label}
      </a>
    ))}
  </nav>
);

/** Conditions that the search leaves as they are. */
const carried = ['visa', 'handler', 'due', 'overdue', 'sort'] as const;

function Search({ asked, choices, moreFilters }: WorkFiltersProps): VNode {
  const isLimited = asked.kind !== undefined || asked.unit !== undefined || (asked.stage !== undefined && asked.stage !== 'open');
  return (
    <search>
      <Form method="get" action="/arenden" class="search">
        {carried.map((name) => (asked[name] === undefined ? null : <input key={name} type="hidden" name={name} value={String(asked[name])} />))}
        <div class="field wide">
          <label for="sok">Sök på nummer, diarienummer, enhet eller kod</label>
          <input class="ds-input" id="sok" name="q" type="text" value={asked.q ?? ''} autocomplete="off" />
        </div>
        <button class="second">Sök</button>
        <details class="more-filters" open={isLimited}>
          <summary>Fler urval och filter</summary>
          <FilterLinks links={moreFilters} label="Fler urval" />
          <div class="search">
            <Choice name="kind" label="Slag" value={asked.kind} options={choices.kind} />
            <Choice name="stage" label="Skede" value={asked.stage} options={choices.stage} />
            <Choice name="unit" label="Enhet" value={asked.unit} options={choices.unit} />
          </div>
        </details>
      </Form>
    </search>
  );
}

function Choice({ name, label, value, options }: { name: string; label: string; value: string | undefined; options: readonly Option[] }): VNode {
  return (
    <div class="field">
      <label for={`sok-${name}`}>{label}</label>
      <select class="ds-input" id={`sok-${name}`} name={name}>
        <OptionList options={options} value={value} empty="Alla" />
      </select>
    </div>
  );
}

function Chips({ chips }: WorkFiltersProps): VNode | null {
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label="Det här är listan begränsad till">
      {chips.map(({ text, href }) => (
        <li key={text}>
          <a href={href}>
            {text} <span aria-hidden="true">×</span>
            <span class="out-of-sight"> – ta bort villkoret</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Saves the query under a name, or deletes the filter that is shown. */
function Saved({ saved, search }: WorkFiltersProps): VNode {
  const shown = saved.find(({ current }) => current);
  if (shown !== undefined)
    return (
      <Form action="/arenden/urval" class="save">
        <input type="hidden" name="_do" value="remove" />
        <input type="hidden" name="name" value={shown.name} />
        <button class="second">{`Ta bort urvalet ”${shown.name}”`}</button>
      </Form>
    );
  return (
    <details class="save">
      <summary>Spara det här urvalet</summary>
      <Form action="/arenden/urval">
        <input type="hidden" name="query" value={search} />
        <div class="field">
          <label for="urval">Vad ska urvalet heta?</label>
          <p class="hint" id="urval-hint">
            Det visas först, bara för dig. Skriv inga personers namn.
          </p>
          <input class="ds-input" id="urval" name="name" type="text" maxlength={60} required autocomplete="off" aria-describedby="urval-hint" />
        </div>
        <button class="second">Spara urvalet</button>
      </Form>
    </details>
  );
}
