-- Before append.sql is run again, since a function with other arguments is another function.
DROP FUNCTION IF EXISTS store.append_with_words;
DROP FUNCTION store.append;
