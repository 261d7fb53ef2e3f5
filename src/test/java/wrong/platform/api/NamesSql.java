package wrong.platform.api;

import wrong.platform.sql.CountsTheTenants;

/** The vocabulary of the API stands below SQL, and SQL names it: a cycle. */
public class NamesSql {

    CountsTheTenants counts;
}
