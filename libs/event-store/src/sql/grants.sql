REVOKE ALL ON ALL TABLES IN SCHEMA store FROM PUBLIC;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA store FROM PUBLIC;
GRANT USAGE ON SCHEMA store TO gensvar_app;
GRANT SELECT ON store.events, store.counter, store.commands, store.numbers, store.case_keys, store.keys, store.clock TO gensvar_app;
GRANT SELECT, INSERT, UPDATE ON store.subscriptions TO gensvar_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON store.parked TO gensvar_app;
GRANT SELECT, INSERT ON store.access_log TO gensvar_app;
GRANT EXECUTE ON FUNCTION store.append, store.take_numbers, store.destroy_key, store.position_at, store.advance_clock TO gensvar_app;
