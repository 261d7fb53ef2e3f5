package wrong.shop;

import org.springframework.stereotype.Service;

@Service
public class Everything {

    public void place() {}

    public void list() {}

    public void find() {}

    public void count() {}

    public void adjust() {}

    public void price() {}

    public void pay() {}

    public void print() {}

    public void send() {}

    public void close() {}

    public void open(boolean again) {}
}
