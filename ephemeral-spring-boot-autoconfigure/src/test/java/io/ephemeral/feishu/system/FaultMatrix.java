package io.ephemeral.feishu.system;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ephemeral.feishu.simulator.Fault;
import io.ephemeral.feishu.simulator.Faults;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Every operation with every fault and a token in every state.
 */
final class FaultMatrix {

	private static final String LENGTH_TOO_SMALL = "length too small";

	private static final String AFTER_TIMEOUT = "answer after the time-out";

	private static final String PAST_DEADLINE = "answer byte by byte, past the deadline";

	/** Faults that a time-out ends. */
	private static final Set<String> TIMED_OUT = Set.of(AFTER_TIMEOUT, PAST_DEADLINE);

	private static final int AT_ONCE = 16;

	/**
	 * State of the token: absent, valid, or being refreshed.
	 */
	enum TokenState {

		COLD, WARM, EXPIRING

	}

	private static final Map<String, Plan> PLANS = plans();

	private final Map<Cell, FaultRun.Result> results;

	private FaultMatrix(Map<Cell, FaultRun.Result> results) {
		this.results = results;
	}

	private static Map<String, Plan> plans() {
		Map<String, Plan> plans = new LinkedHashMap<>();
		plans.put("none", (feishu, requests) -> {
		});
		plans.put(AFTER_TIMEOUT, once(Fault.delay(FaultRun.TIMEOUT.multipliedBy(2))));
		plans.put("answer byte by byte", once(Fault.slow(Duration.ofMillis(300))));
		plans.put(PAST_DEADLINE, once(Fault.slow(FaultRun.DEADLINE.multipliedBy(2))));
		plans.put("request lost", once(Fault.requestLost()));
		plans.put("request lost, always", always(Fault.requestLost()));
		plans.put("answer lost", once(Fault.answerLost()));
		plans.put("answer lost, always", always(Fault.answerLost()));
		plans.put("answer lost, then throttled", (feishu, requests) -> {
			requests.next().meet(Fault.answerLost());
			requests.all().meet(Fault.throttled());
		});
		plans.put("reset in the middle of the body", once(Fault.reset()));
		plans.put("JSON cut off", once(Fault.truncated()));
		plans.put("empty body", once(Fault.empty()));
		plans.put("length too large", once(Fault.lengthTooLarge()));
		plans.put(LENGTH_TOO_SMALL, once(Fault.lengthTooSmall()));
		plans.put("502 with HTML", once(Fault.html(502)));
		plans.put("502 with HTML, always", always(Fault.html(502)));
		plans.put("504 with HTML, carried out", once(Fault.html(504).afterProcessing()));
		plans.put("200 with HTML, carried out", once(Fault.html(200).afterProcessing()));
		plans.put("302 elsewhere", once(Fault.html(302)));
		plans.put("200 without a code", once(Fault.answer(200, "application/json", "{}").afterProcessing()));
		plans.put("500 with code 1500, carried out", once(Fault.error(500, 1500, "internal").afterProcessing()));
		plans.put("200 with code 2200", once(Fault.error(200, 2200, "internal")));
		plans.put("code as a string", once(Fault.answer(400, "text/plain", "{\"code\":\"99991400\"}")));
		plans.put("429 with the time to wait", once(Fault.throttled(429, Duration.ofSeconds(1))));
		plans.put("400 with the time to wait", once(Fault.throttled(400, Duration.ofSeconds(1))));
		plans.put("429 without", once(Fault.throttled()));
		plans.put("429 without, always", always(Fault.throttled()));
		plans.put("429 with a long time to wait", always(Fault.throttled(429, Duration.ofMinutes(5))));
		plans.put("429 with twelve days to wait", always(Fault.throttled(429, Duration.ofSeconds(999_999))));
		plans.put("token revoked", (feishu, requests) -> feishu.revokeTokens());
		plans.put("token refused", once(Fault.error(99991663)));
		plans.put("token refused, always", always(Fault.error(99991663)));
		plans.put("same request in progress", once(Fault.error(18121)));
		plans.put("scope missing", always(Fault.error(99991672)));
		plans.put("quota used up", always(Fault.error(99991403)));
		plans.put("card refused", always(Fault.error(230099)));
		return plans;
	}

	private static Plan once(Fault fault) {
		return (feishu, requests) -> requests.next().meet(fault);
	}

	private static Plan always(Fault fault) {
		return (feishu, requests) -> requests.all().meet(fault);
	}

	static FaultMatrix run() {
		// What the first call loads would be mistaken for time-outs.
		FaultRun.of(FaultOperation.SEND, TokenState.COLD, PLANS.get("none"), false).result();
		// The calls ask collaborators on threads that cells must not use up.
		Scheduler threads = Schedulers.newBoundedElastic(AT_ONCE, Integer.MAX_VALUE, "fault-matrix");
		Map<Cell, FaultRun.Result> results = Flux.fromStream(FaultMatrix::cells)
			.flatMap((cell) -> Mono.fromCallable(() -> Map.entry(cell, cell.run())).subscribeOn(threads), AT_ONCE)
			.collectMap(Map.Entry::getKey, Map.Entry::getValue)
			.doFinally((end) -> threads.dispose())
			.blockOptional()
			.orElseThrow();
		return new FaultMatrix(results);
	}

	private static Stream<Cell> cells() {
		return Stream.of(FaultOperation.values())
			.flatMap((operation) -> PLANS.keySet()
				.stream()
				.flatMap((fault) -> Stream.of(TokenState.values()).map((state) -> new Cell(operation, fault, state))));
	}

	Map<Cell, FaultRun.Result> results() {
		return this.results;
	}

	/**
	 * Returns the tables of the document.
	 */
	String tables() {
		return Stream.of(FaultOperation.values()).map(this::table).collect(Collectors.joining());
	}

	private String table(FaultOperation operation) {
		return "\n### " + operation.title()
				+ "\n\n| fault | no token yet | a token | token being refreshed |\n|---|---|---|---|\n"
				+ PLANS.keySet().stream().map((fault) -> row(operation, fault)).collect(Collectors.joining());
	}

	private String row(FaultOperation operation, String fault) {
		return Stream.of(TokenState.values())
			.map((state) -> new Cell(operation, fault, state))
			.map((cell) -> text(cell, Objects.requireNonNull(this.results.get(cell))))
			.collect(Collectors.joining(" | ", "| " + fault + " | ", " |\n"));
	}

	/**
	 * Returns the text of a cell. Bytes that remain in a connection disturb its next
	 * request only if this request starts before the connection is closed, which depends
	 * on the machine.
	 */
	private static String text(Cell cell, FaultRun.Result result) {
		if (cell.fault().equals(LENGTH_TOO_SMALL) && cell.operation().obtainsToken()
				&& cell.state() != TokenState.WARM) {
			return "done, or as if the answer to the card were lost";
		}
		return (cell.fault().equals(LENGTH_TOO_SMALL) && result.requests() > 1)
				? "as if the answer were lost, once or thrice" : result.toString();
	}

	/**
	 * Plan of the requests that meet the fault.
	 */
	interface Plan {

		void make(FeishuSimulator feishu, Faults.Requests requests);

	}

	record Cell(FaultOperation operation, String fault, TokenState state) {

		private FaultRun.Result run() {
			return FaultRun.of(this.operation, this.state, PLANS.get(this.fault), TIMED_OUT.contains(this.fault))
				.result();
		}

	}

}
