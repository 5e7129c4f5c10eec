-- When the person proved who they are, which may be long before the session began: the identity provider says. Not known of sessions from before.
ALTER TABLE store.session ADD COLUMN logged_in_at timestamptz;
