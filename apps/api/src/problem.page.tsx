import { htmlOf, Page } from '#ui/page';
import type { Problem } from './problem.filter.js';

/** A fault told to a person in a browser: plain, and made of nothing that may itself be away. */
export const problemPage = (said: Problem): string =>
  htmlOf(
    Page({
      title: said.title,
      faulty: true,
      user: null,
      demo: false,
      health: '',
      children: (
        <>
          <h1>{said.title}</h1>
          {said.detail === undefined ? null : <p>{said.detail}</p>}
          <p>
            <a href="/">Till startsidan</a>
          </p>
        </>
      ),
    }),
  );
