package wrong.shop;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

@Service
public class SqlAtTheDoor {

    int one(JdbcClient jdbc) {
        return jdbc.sql("select 1").query(Integer.class).single();
    }
}
