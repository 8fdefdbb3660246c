package io.ephemeral.benchmarks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Model of the platform without a network. It has exact limits in sliding windows, in
 * real or virtual time.
 */
final class PlatformModel {

	private final Window second = new Window(50, TimeUnit.SECONDS.toNanos(1));

	private final Window minute = new Window(1000, TimeUnit.MINUTES.toNanos(1));

	private final Map<Integer, Window> chats = new HashMap<>();

	private final boolean refuses;

	private final List<Long> arrivals = new ArrayList<>();

	PlatformModel(boolean refuses) {
		this.refuses = refuses;
	}

	Mono<Boolean> send(int chat) {
		return Mono.fromSupplier(() -> take(chat));
	}

	private synchronized boolean take(int chat) {
		long now = Schedulers.parallel().now(TimeUnit.NANOSECONDS);
		this.arrivals.add(now);
		Window ofChat = this.chats.computeIfAbsent(chat, (number) -> new Window(40, TimeUnit.SECONDS.toNanos(1)));
		boolean taken = this.second.hasRoom(now) && this.minute.hasRoom(now) && ofChat.hasRoom(now);
		if (taken) {
			List.of(this.second, this.minute, ofChat).forEach((window) -> window.arrivals.add(now));
		}
		return taken || !this.refuses;
	}

	/** Returns the arrival times of all requests, including refused ones. */
	List<Long> arrivals() {
		return this.arrivals;
	}

	private static final class Window {

		private final int limit;

		private final long length;

		private final Deque<Long> arrivals = new ArrayDeque<>();

		private Window(int limit, long length) {
			this.limit = limit;
			this.length = length;
		}

		private boolean hasRoom(long now) {
			while (!this.arrivals.isEmpty() && this.arrivals.getFirst() + this.length <= now) {
				this.arrivals.removeFirst();
			}
			return this.arrivals.size() < this.limit;
		}

	}

}
