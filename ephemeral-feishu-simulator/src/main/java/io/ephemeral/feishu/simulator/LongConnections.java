package io.ephemeral.feishu.simulator;

import java.time.Duration;
import java.util.List;

import io.ephemeral.feishu.simulator.connection.ClientConfig;
import io.ephemeral.feishu.simulator.connection.Connections;
import io.ephemeral.feishu.simulator.connection.Push;
import io.ephemeral.feishu.simulator.connection.Settings;
import io.ephemeral.feishu.simulator.event.EventSender;
import io.ephemeral.feishu.simulator.tenant.App;
import io.ephemeral.feishu.simulator.tenant.ClickFailure;
import org.jspecify.annotations.Nullable;

/**
 * Long connections (WebSockets) of the application, over which it receives events and
 * clicks without a URL:
 *
 * <pre>{@code
 * feishu.longConnections().subscribe();
 * feishu.longConnections().nextMessage(ConnectionFault.reset());
 * feishu.longConnections().meet(ConnectionFault.silence());
 * }</pre>
 * <p>
 * The simulator sends each message over one random connection and waits 3 seconds for its
 * acknowledgement, which must repeat all headers in order and add {@code biz_rt}. An
 * acknowledgement of a click must contain a JSON object in Base64 as {@code data}; the
 * documents leave open whether the platform accepts one without it.
 * <p>
 * {@link Faults} apply to {@code POST /callback/ws/endpoint} and {@code GET /ws/v2} too:
 * {@link Fault#connectionRefused}, {@link Fault#handshakeRefused}, and
 * {@link Fault#delay} for an upgrade that hangs.
 * <p>
 * Tests in other languages use HTTP with JSON objects:
 * <ul>
 * <li>{@code PUT /simulator/long-connections} with {@code subscribe} ({@code events},
 * {@code callbacks} or {@code all}), {@code pingInterval} in seconds, {@code limit} or
 * {@code partSize}
 * <li>{@code POST /simulator/long-connections/faults} with {@code fault} ({@code close},
 * {@code drop}, {@code reset}, {@code half-frame}, {@code silence} or {@code delay}),
 * {@code on} ({@code all}, {@code oldest} or {@code next-message}; {@code all} if it is
 * absent), {@code code} of {@code close}, and {@code duration} of {@code delay} in
 * milliseconds
 * <li>{@code GET /simulator/long-connections}: {@code data.open} is the number of open
 * connections
 * </ul>
 */
public final class LongConnections {

	private final App app;

	private final Connections connections;

	private final EventSender events;

	LongConnections(App app, Connections connections, EventSender events) {
		this.app = app;
		this.connections = connections;
		this.events = events;
	}

	/**
	 * Returns the number of open connections.
	 * @return the number now
	 */
	public int open() {
		return this.connections.open();
	}

	/**
	 * Sends events and clicks over the connections from now on, as the developer console
	 * does after both subscription modes are saved.
	 * @throws IllegalStateException if no connection is open, as on the console; nothing
	 * changes then
	 * @see FeishuSimulator#sendOverLongConnections()
	 */
	public void subscribe() {
		subscribeCallbacks();
		subscribeEvents();
	}

	/**
	 * Sends events over the connections from now on. Clicks keep their way.
	 * @throws IllegalStateException if no connection is open; nothing changes then
	 */
	public void subscribeEvents() {
		requireOpen();
		this.events.sendEventsOverConnections();
	}

	/**
	 * Sends clicks over the connections from now on. Events keep their way.
	 * @throws IllegalStateException if no connection is open, or clicks have the older
	 * shape; nothing changes then
	 */
	public void subscribeCallbacks() {
		requireOpen();
		this.events.sendCallbacksOverConnections();
	}

	private void requireOpen() {
		if (open() == 0) {
			throw new IllegalStateException("The subscription was not saved, because the application has no open long "
					+ "connection. Connect a client first, or use FeishuSimulator.sendOverLongConnections()");
		}
	}

	void sendEverything() {
		if (this.app.isStoreApp()) {
			throw new IllegalStateException("A store app has no long connection; set URLs instead");
		}
		this.events.sendCallbacksOverConnections();
		this.events.sendEventsOverConnections();
	}

	/**
	 * Sets the time between two pings, 120 s at first. The next pong and the endpoint
	 * contain it.
	 * @param interval whole seconds
	 */
	public void pingInterval(Duration interval) {
		ClientConfig config = this.connections.settings().config();
		configure(new ClientConfig(config.reconnectCount(), config.reconnectInterval(), config.reconnectNonce(),
				interval));
	}

	/**
	 * Sets how clients reconnect: at first without a limit of attempts, every 120 s,
	 * after a random wait of 30 s at most. The next pong and the endpoint contain it.
	 * @param count number of attempts; negative without a limit
	 * @param interval time between two attempts in whole seconds
	 * @param nonce longest random wait before the first attempt in whole seconds
	 */
	public void reconnect(int count, Duration interval, Duration nonce) {
		configure(new ClientConfig(count, interval, nonce, this.connections.settings().config().pingInterval()));
	}

	private void configure(ClientConfig config) {
		this.connections.settings(this.connections.settings().with(config));
	}

	/**
	 * Sets the payload of pongs, which is the configuration at first.
	 * @param payload any text; empty for pongs without a payload, null for no pongs
	 */
	public void pongs(@Nullable String payload) {
		this.connections.settings(this.connections.settings().withPong((payload != null) ? payload : Settings.NO_PONG));
	}

	/**
	 * Sets the largest number of open connections, 50 at first.
	 * @param connections number of connections
	 */
	public void limit(int connections) {
		this.connections.settings(this.connections.settings().withLimit(connections));
	}

	/**
	 * Sets the size above which a message is split into parts, 64 KiB at first.
	 * @param bytes number of bytes, at least one
	 */
	public void partSize(int bytes) {
		if (bytes < 1) {
			throw new IllegalArgumentException("The size of a part must be at least 1 byte, but is " + bytes);
		}
		this.connections.settings(this.connections.settings().withPartSize(bytes));
	}

	/**
	 * Restarts the random choice of connections. The choice is the same in every run.
	 * @param seed any number
	 */
	public void seed(long seed) {
		this.connections.seed(seed);
	}

	/**
	 * Sends a message once, and waits for its acknowledgement, 3 seconds at most.
	 * {@link FeishuSimulator#pushedEvents()} contains it afterwards.
	 * @param message the message
	 * @return whether the application acknowledged it with code 200 in time
	 */
	public boolean push(ConnectionMessage message) {
		return Boolean.TRUE.equals(this.events.push(message.push())
			.map((event) -> event.status() == 200)
			.onErrorReturn(ClickFailure.class, false)
			.block());
	}

	/**
	 * Sends a binary message over all open connections.
	 * @param bytes any bytes
	 */
	public void sendBytes(byte[] bytes) {
		this.connections.sendBytes(bytes);
	}

	/**
	 * Sends a text message over all open connections. The platform sends none.
	 * @param text any text
	 */
	public void sendText(String text) {
		this.connections.sendText(text);
	}

	/**
	 * Makes all open connections meet a fault now.
	 * @param fault the fault
	 */
	public void meet(ConnectionFault fault) {
		this.connections.meet(fault.planned(), Integer.MAX_VALUE);
	}

	/**
	 * Makes the oldest open connection meet a fault now.
	 * @param fault the fault
	 */
	public void oldestMeets(ConnectionFault fault) {
		this.connections.meet(fault.planned(), 1);
	}

	/**
	 * Plans a fault for the next message, or for the one after those that have a plan.
	 * @param fault the fault
	 */
	public void nextMessage(ConnectionFault fault) {
		this.connections.plan(fault.planned());
	}

	/**
	 * Returns the payloads of the messages whose acknowledgement came after 3 seconds.
	 * @return the latest 1,000, oldest first
	 */
	public List<String> acknowledgedLate() {
		return this.connections.late().stream().map(Push::payload).toList();
	}

	/**
	 * Returns the mistakes of the application: bytes that are not a frame, and
	 * acknowledgements that the simulator ignored.
	 * @return the latest 1,000 as sentences, oldest first
	 */
	public List<String> problems() {
		return this.connections.problems();
	}

	/**
	 * Returns the number of connections.
	 */
	@Override
	public String toString() {
		return open() + " long connections";
	}

}
