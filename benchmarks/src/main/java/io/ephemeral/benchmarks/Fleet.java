package io.ephemeral.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Processes of one app that send cards to one platform.
 */
final class Fleet implements AutoCloseable {

	private static final int WARM_UP_CARDS = 400;

	private final FleetLimiter limiter;

	private final FleetPlatform platform = new FleetPlatform();

	private final List<CommandProcess> senders = new ArrayList<>();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private int runs;

	Fleet(FleetLimiter limiter, RedisProcess redis) throws IOException {
		this(limiter, redis.port(), redis.port());
	}

	/**
	 * Starts the processes.
	 * @param portOfFirst port at which the first process reaches Redis
	 * @param port port at which the other processes reach Redis
	 */
	Fleet(FleetLimiter limiter, int portOfFirst, int port) throws IOException {
		this.limiter = limiter;
		for (int i = 0; i < limiter.processes(); i++) {
			this.senders.add(new CommandProcess(FleetSender.class, limiter.name(),
					Integer.toString(this.platform.port()), Integer.toString((i == 0) ? portOfFirst : port)));
		}
	}

	FleetLimiter limiter() {
		return this.limiter;
	}

	FleetPlatform platform() {
		return this.platform;
	}

	CommandProcess firstSender() {
		return this.senders.get(0);
	}

	/** Compiles the measured code. Each run has a new limiter. */
	void warmUp() throws Exception {
		runEven(WARM_UP_CARDS, 1);
	}

	/** Sends cards, the same number from each process. */
	FleetRun runEven(int cards, int chats) throws Exception {
		return run(cards / this.senders.size(), cards / this.senders.size(), chats, () -> {
		});
	}

	/** Sends all cards from one process. The others have none. */
	FleetRun runFromOne(int cards, int chats) throws Exception {
		return run(cards, 0, chats, () -> {
		});
	}

	/**
	 * Sends cards, the same number from each process, and causes a fault during the run.
	 */
	FleetRun runWithFault(int cards, int chats, Fault fault) throws Exception {
		return run(cards / this.senders.size(), cards / this.senders.size(), chats, fault);
	}

	private FleetRun run(int cardsOfFirst, int cardsOfOthers, int chats, Fault fault) throws Exception {
		begin();
		Map<CommandProcess, Future<String>> parts = new LinkedHashMap<>();
		for (CommandProcess sender : this.senders) {
			int cards = (sender == firstSender()) ? cardsOfFirst : cardsOfOthers;
			if (cards > 0) {
				parts.put(sender, this.threads.submit(() -> sender.run("send " + cards + " " + chats)));
			}
		}
		fault.happen();
		return join(parts, chats);
	}

	private void begin() throws IOException {
		this.runs++;
		this.platform.begin();
		for (CommandProcess sender : this.senders) {
			sender.run("begin " + this.limiter + "-" + this.runs);
		}
	}

	/** Waits for all parts. The part of a process that was killed has no figures. */
	private FleetRun join(Map<CommandProcess, Future<String>> parts, int chats) throws Exception {
		long start = Long.MAX_VALUE;
		long end = 0;
		long commands = 0;
		for (Map.Entry<CommandProcess, Future<String>> part : parts.entrySet()) {
			try {
				String[] figures = part.getValue().get().split(" ", -1);
				start = Math.min(start, Long.parseLong(figures[0]));
				end = Math.max(end, Long.parseLong(figures[1]));
				commands += Long.parseLong(figures[2]);
			}
			catch (ExecutionException ex) {
				if (!part.getKey().hasEnded()) {
					throw ex;
				}
			}
		}
		List<Long> arrivals = this.platform.accepted();
		return new FleetRun(GoodputScenario.atOnce(arrivals.size(), chats), (end - start) / 1e9,
				this.platform.refusals(), commands, arrivals);
	}

	@Override
	public void close() {
		this.senders.forEach(CommandProcess::close);
		this.threads.shutdownNow();
		this.platform.close();
	}

	/** Fault that happens during a run. */
	@FunctionalInterface
	interface Fault {

		void happen() throws Exception;

	}

}
