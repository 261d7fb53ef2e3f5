package wrong.platform.sql;

import wrong.platform.api.NamesSql;

public class CountsTheTenants {

    NamesSql names = new NamesSql();
}
