package io.ephemeral.sample.checklist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Person of a test, who answers by what the screens of the simulator show. Habits are
 * found by a part of the text; a text without a habit fails the test.
 */
final class SimulatedPerson implements Person {

	private final Map<String, Supplier<Answer>> answers = new LinkedHashMap<>();

	private final Map<String, Supplier<@Nullable String>> words = new LinkedHashMap<>();

	private final Map<String, Mono<Void>> tasks = new LinkedHashMap<>();

	private final List<String> shown = new ArrayList<>();

	private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);

	void answers(String part, Supplier<Answer> answer) {
		this.answers.put(part, answer);
	}

	void types(String part, Supplier<@Nullable String> words) {
		this.words.put(part, words);
	}

	void does(String part, Runnable task) {
		this.tasks.put(part, Mono.defer(() -> {
			this.running = Mono.fromRunnable(task).then().subscribeOn(Schedulers.boundedElastic()).toFuture();
			return Mono.fromFuture(this.running, true).then(Mono.never());
		}));
	}

	void skips(String part) {
		this.tasks.put(part, Mono.empty());
	}

	/** Returns everything that the checklist has shown. */
	List<String> shown() {
		return this.shown;
	}

	@Override
	public void show(String text) {
		this.shown.add(text);
	}

	/** Looks at the screen when the task is done, because a click takes a moment. */
	@Override
	public Answer answer(String question) {
		this.running.join();
		return habit(this.answers, question).get();
	}

	@Override
	public @Nullable String type(String question) {
		return habit(this.words, question).get();
	}

	@Override
	public Mono<Void> act(String instruction) {
		return habit(this.tasks, instruction);
	}

	/** Newer habits replace older ones. */
	private static <T> T habit(Map<String, T> habits, String text) {
		Function<Map.Entry<String, T>, T> value = Map.Entry::getValue;
		return habits.entrySet()
			.stream()
			.filter((habit) -> text.contains(habit.getKey()))
			.map(value)
			.reduce((older, newer) -> newer)
			.orElseThrow(() -> new AssertionError("Nobody knows what to do with: " + text));
	}

}
