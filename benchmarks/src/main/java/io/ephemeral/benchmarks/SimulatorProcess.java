package io.ephemeral.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.SimulatedChat;

/**
 * Simulator with its limits, in a separate process. Each line of its standard input
 * contains a number of chats, and starts a new simulator. The answer contains the number
 * of refused requests until then, the ids of the chats, and the id of their member.
 */
final class SimulatorProcess implements AutoCloseable {

	private final Process process;

	private final BufferedReader answers;

	private final String[] start;

	SimulatorProcess() throws IOException {
		this.process = JavaProcess.start(System.getProperty("java.class.path"), SimulatorProcess.class);
		this.answers = this.process.inputReader(StandardCharsets.UTF_8);
		this.start = this.answers.readLine().split(" ");
	}

	URI baseUrl() {
		return URI.create(this.start[0]);
	}

	String appId() {
		return this.start[1];
	}

	String appSecret() {
		return this.start[2];
	}

	Answer begin(int chats) throws IOException {
		this.process.outputWriter(StandardCharsets.UTF_8).append(chats + "\n").flush();
		List<String> words = List.of(this.answers.readLine().split(" "));
		return new Answer(Integer.parseInt(words.get(0)), words.get(1), words.subList(2, words.size()));
	}

	@Override
	public void close() {
		this.process.destroy();
	}

	public static void main(String[] arguments) throws Exception {
		try (FeishuSimulator feishu = FeishuSimulator.start()) {
			System.out.println(feishu.baseUrl() + " " + feishu.appId() + " " + feishu.appSecret());
			BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
			for (String command = commands.readLine(); command != null; command = commands.readLine()) {
				int refusals = feishu.refusals();
				feishu.reset();
				List<SimulatedChat> chats = IntStream.range(0, Integer.parseInt(command))
					.mapToObj((i) -> feishu.createChat("ada"))
					.toList();
				System.out.println(refusals + " " + chats.get(0).openId("ada") + " "
						+ String.join(" ", chats.stream().map(SimulatedChat::id).toList()));
			}
		}
	}

	/**
	 * Answer of the simulator.
	 *
	 * @param refusals number of refused requests since the last answer
	 */
	record Answer(int refusals, String viewer, List<String> chats) {
	}

}
