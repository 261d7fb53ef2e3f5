package iq.sendy.platform.limits;

import io.github.bucket4j.distributed.proxy.AsyncCommandExecutor;
import io.github.bucket4j.distributed.proxy.CommandExecutor;
import io.github.bucket4j.distributed.proxy.optimization.Optimization;
import io.github.bucket4j.distributed.proxy.optimization.OptimizationListener;
import io.github.bucket4j.distributed.remote.CommandResult;
import io.github.bucket4j.distributed.remote.RemoteCommand;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the database so long and no longer: the driver's own time-outs count in whole seconds. */
record Patient(Optimization inner, Duration patience) implements Optimization {

    @Override
    public CommandExecutor apply(CommandExecutor remote) {
        return inner.apply(new CommandExecutor() {
            @Override
            public <T> CommandResult<T> execute(RemoteCommand<T> command) {
                return inTime(remote, command);
            }
        });
    }

    @Override
    public AsyncCommandExecutor apply(AsyncCommandExecutor remote) {
        return inner.apply(remote);
    }

    @Override
    public Optimization withListener(OptimizationListener listener) {
        return new Patient(inner.withListener(listener), patience);
    }

    private <T> CommandResult<T> inTime(CommandExecutor remote, RemoteCommand<T> command) {
        var answer = new FutureTask<>(() -> remote.execute(command));
        Thread.ofVirtual().name("rate-permits").start(answer);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new IllegalStateException("The database did not answer within " + patience.toMillis() + " ms", slow);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(String.valueOf(failed.getCause()), failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for permits", stopping);
        }
    }
}
