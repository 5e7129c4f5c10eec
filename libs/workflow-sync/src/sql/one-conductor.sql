-- Records were followed under a name of their own. The conductor notifies all of them when it starts, so nothing is to be carried over.
DELETE FROM store.parked WHERE subscription = 'record-conductor';
DELETE FROM store.subscriptions WHERE name = 'record-conductor';
