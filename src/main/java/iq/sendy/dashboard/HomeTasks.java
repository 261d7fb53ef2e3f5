package iq.sendy.dashboard;

import iq.sendy.platform.api.Caller;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for whoever looks at the first page. */
@Service
public class HomeTasks {

    private final List<HomeTask> tasks;
    private final Pipeline pipeline;

    HomeTasks(ObjectProvider<HomeTask> tasks, Pipeline pipeline) {
        this.tasks = tasks.stream()
                .sorted(Comparator.comparingInt(HomeTask::position))
                .toList();
        this.pipeline = pipeline;
    }

    /** A task with how much of it there is. */
    public record WaitingTask(HomeTask task, long count) {}

    /** Those of the reader of which there are any, in one trip. */
    @Transactional(readOnly = true)
    public List<WaitingTask> of(Caller caller) {
        var amounts = new LinkedHashMap<HomeTask, HomeTask.WaitingAmount>();
        for (var task : tasks) {
            if (task.isFor(caller)) {
                amounts.put(task, task.amount().apply(caller));
            }
        }
        pipeline.send(amounts.values().stream()
                .<Query<?>>flatMap(amount -> amount.asked().stream())
                .toList());
        return amounts.entrySet().stream()
                .map(asked -> new WaitingTask(
                        asked.getKey(), asked.getValue().answer().getAsLong()))
                .filter(waiting -> waiting.count() > 0)
                .toList();
    }
}
