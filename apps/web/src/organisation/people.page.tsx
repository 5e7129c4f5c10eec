import type { VNode } from 'preact';
import { organisationTexts as texts } from '#text/organisation';
import { Form } from '#ui/form';
import { Ways } from './unit-facts.page.js';

export interface PeoplePageProps {
  readonly q: string;
  readonly rows: readonly { readonly id: string; readonly name: string; readonly login: string; readonly posts: readonly string[] }[];
}

export function PeoplePage({ q, rows }: PeoplePageProps): VNode {
  return (
    <>
      <p class="way-back">
        <a href="/organisation">{texts.back}</a>
      </p>
      <h1>{texts.people}</h1>
      <Form method="get" action="/organisation/personer" class="ask">
        <div class="ask-field">
          <label for="v-q">{texts.search}</label>
          <input id="v-q" name="q" type="search" value={q} />
        </div>
        <button>Sök</button>
      </Form>
      <p class="hint">{texts.found(rows.length)}</p>
      <ul>
        {rows.map(({ id, name, login, posts }) => (
          <li key={id}>
            <a href={`/organisation/personer/${id}`}>{`${name} (${login})`}</a>
            <span class="hint">{` ${posts.join('; ') || texts.noPosts}`}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

export interface PersonPageProps {
  readonly login: string;
  readonly name: string;
  readonly email: string;
  readonly posts: readonly string[];
  readonly mayChange: boolean;
}

/** One person and their posts of today. */
export function PersonPage({ login, name, email, posts, mayChange }: PersonPageProps): VNode {
  return (
    <>
      <p class="way-back">
        <a href="/organisation/personer">{texts.backToPeople}</a>
      </p>
      <h1>{name}</h1>
      <p>{`Inloggning ${login}. E-post ${email}.`}</p>
      <h2>{texts.posts}</h2>
      {posts.length === 0 ? <p>{texts.noPosts}</p> : null}
      <ul>
        {posts.map((post) => (
          <li key={post}>{post}</li>
        ))}
      </ul>
      {mayChange ? <Ways about={{ login, instead: login }} ways={['givePost', 'endPost', 'standIn']} /> : null}
    </>
  );
}
