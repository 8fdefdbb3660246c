package io.ephemeral.feishu.system;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Flows on three processes without a store, which are killed meanwhile. Each click goes
 * to one of them. {@code -Dflows=1000} sets the number of flows, and {@code -Dseed=} the
 * choices.
 */
@ExtendWith(LongDeadlines.class)
class FlowFleetTests {

	private static final int FLOWS = Integer.getInteger("flows", 30);

	private static final int PROCESSES = 3;

	/** Number of flows that are answered in turns. */
	private static final int AT_ONCE = 10;

	/** One click of so many comes with a kill. */
	private static final int CLICKS_FOR_KILL = 8;

	private static final LocalDate DAY = LocalDate.of(2027, 2, 1);

	private final long seed = Long.getLong("seed", 25L);

	private final Random random = new Random(this.seed);

	private final FeishuSimulator feishu = FeishuSimulator.builder().rateLimits(false).start();

	private final List<CompletableFuture<FlowProcess>> processes = new ArrayList<>();

	private final ExecutorService starts = Executors.newFixedThreadPool(PROCESSES);

	private final AtomicInteger kills = new AtomicInteger();

	private int clicks;

	@Test
	void flowsWhenProcessesAreKilledThenAllEndRightAndNoneIsPublishedTwice() throws IOException {
		try (this.feishu) {
			IntStream.range(0, PROCESSES).forEach((index) -> this.processes.add(startProcess()));
			this.processes.forEach(CompletableFuture::join);
			for (int first = 0; first < FLOWS; first += AT_ONCE) {
				run(first, Math.min(AT_ONCE, FLOWS - first));
			}
		}
		finally {
			this.processes.forEach((process) -> process.join().close());
			this.starts.shutdown();
		}
		System.out.printf("%,d flows, %,d clicks, %,d kills%n", FLOWS, this.clicks, this.kills.get());
		assertThat(this.kills).hasPositiveValue();
	}

	private CompletableFuture<FlowProcess> startProcess() {
		return CompletableFuture.supplyAsync(() -> FlowProcess.start(this.feishu), this.starts);
	}

	private void run(int first, int count) throws IOException {
		List<Run> runs = new ArrayList<>();
		for (int number = first; number < first + count; number++) {
			SimulatedChat chat = this.feishu.createChat("ada", "bob");
			Run run = new Run(chat, "Flow " + number, DAY.plusDays(number), this.random.nextInt(10) == 0);
			anyProcess().startFlow(chat.id(), chat.openId("ada"), run.title());
			runs.add(run);
		}
		List<Run> open = new ArrayList<>(runs);
		while (!open.isEmpty()) {
			Run run = open.get(this.random.nextInt(open.size()));
			if (run.card() == null) {
				open.remove(run);
			}
			else {
				click(run);
			}
		}
		assertThat(runs).as("seed " + this.seed).allSatisfy(Run::assertEndedRight);
	}

	/** Lets a process that is alive handle a click, and perhaps kills one meanwhile. */
	private void click(Run run) {
		this.clicks++;
		sendClicksTo(anyProcess());
		List<Integer> ready = ready();
		boolean kills = ready.size() > 1 && this.random.nextInt(CLICKS_FOR_KILL) == 0;
		int victim = ready.get(this.random.nextInt(ready.size()));
		if (kills && this.random.nextBoolean()) {
			CompletableFuture<Void> killed = CompletableFuture.runAsync(() -> kill(victim));
			run.click(this.random);
			killed.join();
		}
		else {
			run.click(this.random);
			if (kills) {
				kill(victim);
			}
		}
		this.feishu.settle();
	}

	/** Sets the process that gets the next click. A new one may be slow at first. */
	private void sendClicksTo(FlowProcess process) {
		Mono.fromRunnable(() -> this.feishu.sendCallbacksTo(process.url()))
			.subscribeOn(Schedulers.boundedElastic())
			.retry(5)
			.block();
	}

	private void kill(int victim) {
		this.kills.incrementAndGet();
		this.processes.get(victim).join().close();
		this.processes.set(victim, startProcess());
	}

	private FlowProcess anyProcess() {
		CompletableFuture.anyOf(this.processes.toArray(CompletableFuture[]::new)).join();
		List<Integer> ready = ready();
		return this.processes.get(ready.get(this.random.nextInt(ready.size()))).join();
	}

	/** Returns the indexes of the processes that are ready. */
	private List<Integer> ready() {
		return IntStream.range(0, PROCESSES).filter((index) -> this.processes.get(index).isDone()).boxed().toList();
	}

	/**
	 * One flow with what its member answers.
	 *
	 * @param chat chat of the member and one other
	 * @param title title of the outcome
	 * @param day first day
	 * @param canceled whether the member cancels the second form
	 */
	private record Run(SimulatedChat chat, String title, LocalDate day, boolean canceled) {

		/** Returns the private card; null if it is gone. */
		ShownCard card() {
			return this.chat.seenBy("ada").stream().filter(ShownCard::onlyYou).findFirst().orElse(null);
		}

		void click(Random random) {
			ShownCard card = card();
			try {
				if (card != null) {
					use(card, random);
				}
			}
			catch (IllegalStateException ex) {
				// The deletion after an earlier click came between.
				assertThat(card()).isNull();
			}
		}

		private void use(ShownCard card, Random random) {
			if (card.title().equals("When?")) {
				LocalDate last = (random.nextInt(5) == 0) ? this.day.minusDays(1) : this.day.plusDays(4);
				card.submit(Map.of("first", this.day, "last", last));
			}
			else if (this.canceled) {
				card.press("Cancel");
			}
			else if (random.nextInt(4) == 0) {
				card.press("Back");
			}
			else {
				card.submit(Map.of("deputy", "bob", "notes", this.title));
			}
		}

		void assertEndedRight() {
			Stream<String> outcomes = this.chat.seenBy("bob").stream().map((card) -> card.title() + card.text());
			String period = this.day + " to " + this.day.plusDays(4) + ": " + this.title;
			if (this.canceled) {
				assertThat(outcomes).isEmpty();
			}
			else {
				assertThat(outcomes).singleElement().asString().startsWith(this.title).contains(period);
			}
		}

	}

}
