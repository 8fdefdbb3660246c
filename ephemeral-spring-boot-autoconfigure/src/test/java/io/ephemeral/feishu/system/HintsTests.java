package io.ephemeral.feishu.system;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hints for native images, as far as a JVM can show what a native image needs.
 */
class HintsTests {

	/**
	 * Packages whose calls the agent records. Tests and Spring's container do not count.
	 */
	private static final String RECORDED = String.join(",", "+io.ephemeral.feishu", "-io.ephemeral.feishu.system",
			"+tools.jackson", "+org.hibernate.validator", "+org.webjars", "+com.google.zxing", "+io.lettuce",
			"+io.netty", "+reactor", "+org.springframework.util", "+org.springframework.core",
			"+org.springframework.beans.BeanUtils", "+org.springframework.data.redis", "+org.springframework.jdbc");

	@Test
	void callsWhenAllStoriesAreToldThenEachHasItsHint() throws Exception {
		List<String> report = run();

		System.out.println(report.get(report.size() - 1));
		assertThat(missing(report)).isEmpty();
		assertThat(report.get(report.size() - 1)).contains("reflective calls")
			.endsWith(" 0 different ones without a hint");
	}

	@Test
	void callsWhenHintsAreLeftOutThenTheyAreFound() throws Exception {
		assertThat(missing(run("EphemeralHints", "CardHints")))
			.anyMatch((call) -> call.contains("CardCalls$SendRequest"))
			.anyMatch((call) -> call.contains("style.Color "));
	}

	private static List<String> missing(List<String> report) {
		return report.stream().filter((line) -> line.startsWith(HintsRun.MISSING)).toList();
	}

	private static List<String> run(String... without) throws Exception {
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-javaagent:" + agent() + "=" + RECORDED, "-XX:TieredStopAtLevel=1", "-Dfeishu.jdbc.enabled=false",
				"-Dfeishu.redis.enabled=false", "-Dmanagement.health.redis.enabled=false",
				"-Dreactor.netty.ioShutdownQuietPeriod=0", "-Dspring.reactor.netty.shutdown-quiet-period=50ms", "-cp",
				System.getProperty("java.class.path"), HintsRun.class.getName()));
		command.addAll(List.of(without));
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		List<String> report = process.inputReader(StandardCharsets.UTF_8).lines().toList();
		assertThat(process.waitFor()).as(String.join("\n", report)).isZero();
		return report;
	}

	@SuppressWarnings("removal")
	private static Path agent() throws Exception {
		return Path.of(org.springframework.aot.agent.RuntimeHintsAgent.class.getProtectionDomain()
			.getCodeSource()
			.getLocation()
			.toURI());
	}

}
