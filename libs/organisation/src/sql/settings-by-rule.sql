-- A municipality's own period for a deadline is a setting of its own, named by the rule: 'deadline:LOK-KLAG-SVAR'.
ALTER TABLE store.setting DROP CONSTRAINT setting_name_check;
ALTER TABLE store.setting ADD CONSTRAINT setting_name_check CHECK (name ~ '^[a-zA-Z]+(:[a-zA-Z0-9-]+)?$');
