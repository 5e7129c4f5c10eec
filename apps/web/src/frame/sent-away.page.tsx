import type { VNode } from 'preact';
import { signInTexts } from '#text/sign-in';
import { signInAgainAndBack, signInAndBack } from './request.js';
import type { SentAway } from './returning.js';

/** Nothing was saved, and nothing is lost: a link back to the form, and the words themselves in case that fails. */
export function SentAwayPage({ back, words, files, isKept, isAgain = false }: SentAway & { readonly isAgain?: boolean }): VNode {
  const said = { ...signInTexts.sentAway, ...(isAgain ? signInTexts.confirm : {}) };
  return (
    <div class="one-thing">
      <div class="ds-error-summary" role="alert" tabIndex={-1} id="fel" aria-labelledby="utloggad">
        <h1 id="utloggad">{said.title}</h1>
        <p>{isKept ? said.kept : said.notKept}</p>
        {files.length === 0 ? null : <p>{said.files(files)}</p>}
      </div>
      <p>
        <a class="button" href={isAgain ? signInAgainAndBack(back) : signInAndBack(back)}>
          {said.again}
        </a>
      </p>
      {words.length === 0 ? null : <h2>{said.words}</h2>}
      {words.map((text, n) => (
        <p class="said" key={n}>
          {text}
        </p>
      ))}
    </div>
  );
}
