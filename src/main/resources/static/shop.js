// What every page of a shop does where scripts run. All of it works without.
