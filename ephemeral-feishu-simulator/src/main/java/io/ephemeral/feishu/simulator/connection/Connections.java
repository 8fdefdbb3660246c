package io.ephemeral.feishu.simulator.connection;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

import io.ephemeral.feishu.simulator.tenant.ClickError;
import io.ephemeral.feishu.simulator.tenant.ClickFailure;
import io.ephemeral.feishu.simulator.tenant.Ids;
import io.ephemeral.feishu.simulator.tenant.Json;
import io.netty.channel.Channel;
import reactor.core.publisher.Mono;
import reactor.netty.http.websocket.WebsocketInbound;

/**
 * Open long connections of the app. Each message goes to a random one.
 */
public final class Connections {

	public static final String PATH = "/ws/v2";

	/** Largest message that the server reads. */
	public static final int MAX_BYTES = 8 * 1024 * 1024;

	private static final int SERVICE = 33554678;

	private static final int MAX_NOTES = 1000;

	private final Clock clock;

	private final Supplier<URI> url;

	private final Tickets tickets = new Tickets();

	private final List<Connection> open = new ArrayList<>();

	private final Deque<LineFault> faults = new ArrayDeque<>();

	private final Deque<String> problems = new ArrayDeque<>();

	private final Deque<Push> late = new ArrayDeque<>();

	private Settings settings = Settings.DEFAULT;

	private Random random = new Random(0);

	private long nextSeqId = 1;

	/** Tickets of upgrades that are under way; each has a place. */
	private final Set<String> opening = new HashSet<>();

	/**
	 * Creates connections that do not exist yet.
	 * @param url URL of the server's WebSockets, without a query
	 */
	public Connections(Clock clock, Supplier<URI> url) {
		this.clock = clock;
		this.url = url;
	}

	public URI url() {
		return this.url.get();
	}

	/**
	 * Creates a URL with a ticket, which opens one connection.
	 * @return the URL; empty if too many connections are open
	 */
	public synchronized Optional<String> invite() {
		return isFull() ? Optional.empty() : Optional.of(url() + "?" + this.tickets.issue(SERVICE));
	}

	/**
	 * Uses a ticket, and takes a place for its connection.
	 * @return the refusal; empty if the connection may open
	 */
	public synchronized Optional<HandshakeRefusal> admit(String ticket, String accessKey) {
		if (!this.tickets.use(ticket, accessKey)) {
			return Optional.of(HandshakeRefusal.BAD_TICKET);
		}
		if (isFull()) {
			return Optional.of(HandshakeRefusal.TOO_MANY_CONNECTIONS);
		}
		this.opening.add(ticket);
		return Optional.empty();
	}

	/**
	 * Gives back the place of an admitted connection that did not open.
	 */
	public synchronized void giveUp(String ticket) {
		this.opening.remove(ticket);
	}

	private synchronized void add(String ticket, Connection connection) {
		this.opening.remove(ticket);
		this.open.add(connection);
	}

	private synchronized boolean isFull() {
		return this.open.size() + this.opening.size() >= this.settings.limit();
	}

	/**
	 * Serves an admitted connection until it ends.
	 */
	public Mono<Void> serve(String ticket, WebsocketInbound inbound, Channel channel) {
		return Mono.defer(() -> {
			Connection connection = new Connection(channel, new Listener());
			add(ticket, connection);
			return connection.run(inbound, MAX_BYTES).doFinally((signal) -> remove(connection));
		});
	}

	private synchronized void remove(Connection connection) {
		this.open.remove(connection);
	}

	/**
	 * Sends a message over a random connection.
	 * @return the acknowledgement, or a {@link ClickFailure}
	 */
	public Mono<Acknowledgement> push(Push push) {
		return Mono.defer(() -> {
			LineFault fault = nextFault();
			Mono<Acknowledgement> delivery = Mono.defer(() -> deliver(push, fault));
			return fault.delay().isZero() ? delivery : Mono.delay(fault.delay()).then(delivery);
		});
	}

	private synchronized Mono<Acknowledgement> deliver(Push push, LineFault fault) {
		if (this.open.isEmpty()) {
			return Mono.error(new ClickFailure(ClickError.NOT_ONLINE));
		}
		Connection connection = this.open.get(this.random.nextInt(this.open.size()));
		String messageId = Ids.random();
		List<Frame> frames = push.frames(messageId, this.nextSeqId, SERVICE, this.clock.millis(),
				this.settings.partSize());
		this.nextSeqId += frames.size();
		return connection.deliver(push, messageId, frames, fault);
	}

	private synchronized LineFault nextFault() {
		LineFault next = this.faults.poll();
		return (next != null) ? next : LineFault.NONE;
	}

	/**
	 * Plans a fault for the next message.
	 */
	public synchronized void plan(LineFault fault) {
		this.faults.add(fault);
	}

	/**
	 * Makes the oldest connections meet a fault now.
	 * @param count number of connections
	 */
	public void meet(LineFault fault, int count) {
		all().stream().limit(count).forEach((connection) -> connection.meet(fault));
	}

	/**
	 * Sends bytes to all connections, as one binary message.
	 */
	public void sendBytes(byte[] bytes) {
		all().forEach((connection) -> connection.sendBytes(bytes));
	}

	/**
	 * Sends a text message to all connections.
	 */
	public void sendText(String text) {
		all().forEach((connection) -> connection.sendText(text));
	}

	private synchronized List<Connection> all() {
		return List.copyOf(this.open);
	}

	public synchronized int open() {
		return this.open.size();
	}

	public synchronized Settings settings() {
		return this.settings;
	}

	public synchronized void settings(Settings settings) {
		this.settings = settings;
	}

	/**
	 * Restarts the choice of connections.
	 */
	public synchronized void seed(long seed) {
		this.random = new Random(seed);
	}

	/**
	 * Returns the mistakes of clients, oldest first.
	 */
	public synchronized List<String> problems() {
		return List.copyOf(this.problems);
	}

	/**
	 * Returns the messages whose acknowledgement came too late, oldest first.
	 */
	public synchronized List<Push> late() {
		return List.copyOf(this.late);
	}

	/**
	 * Forgets tickets, faults, problems and settings. The connections stay open.
	 */
	public synchronized void clear() {
		this.tickets.clear();
		this.faults.clear();
		this.problems.clear();
		this.late.clear();
		this.settings = Settings.DEFAULT;
		this.random = new Random(0);
	}

	private static <T> void note(Deque<T> notes, T note) {
		notes.add(note);
		if (notes.size() > MAX_NOTES) {
			notes.remove();
		}
	}

	private synchronized Optional<Frame> pong(int service) {
		String pong = this.settings.pong();
		return switch (pong) {
			case Settings.NO_PONG -> Optional.empty();
			case Settings.EMPTY_PONG -> Optional.of(Frame.pong(service, null));
			case Settings.CONFIG_PONG -> Optional.of(Frame.pong(service, Json.text(this.settings.config().json())));
			default -> Optional.of(Frame.pong(service, pong));
		};
	}

	private final class Listener implements ConnectionEvents {

		@Override
		public Optional<Frame> ping(int service) {
			return pong(service);
		}

		@Override
		public void problem(String text) {
			synchronized (Connections.this) {
				note(Connections.this.problems, text);
			}
		}

		@Override
		public void late(Push push) {
			synchronized (Connections.this) {
				note(Connections.this.late, push);
			}
		}

	}

}
