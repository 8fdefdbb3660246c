package io.ephemeral.feishu.redis;

import java.time.Duration;

import io.ephemeral.feishu.limit.exchange.SlotExchange;
import io.ephemeral.feishu.limit.exchange.SlotExchangeContract;
import io.lettuce.core.api.sync.RedisCommands;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * The contract, with the script of the product except for its clock, which the tests
 * move.
 */
class RedisSlotExchangeContractTests extends SlotExchangeContract {

	private static RedisServer server;

	private static RedisConnection connection;

	private static RedisCommands<String, String> commands;

	private long micros = 1_796_000_000_000_000L;

	@BeforeAll
	static void start() {
		server = RedisServer.start();
		connection = RedisConnection.of(server);
		commands = connection.commands();
	}

	@AfterAll
	static void stop() {
		connection.close();
		server.close();
	}

	@BeforeEach
	void flush() {
		commands.flushall();
	}

	@Override
	protected SlotExchange exchange() {
		return connection.exchange(this.micros);
	}

	@Override
	protected void pass(Duration time) {
		this.micros += time.toNanos() / 1000;
	}

	@Override
	protected void loseState() {
		commands.flushall();
	}

}
