package io.ephemeral.sample;

import java.util.stream.Stream;

import io.ephemeral.sample.checklist.Checklist;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

@SpringBootApplication
public class SampleApplication {

	private static final String REGISTER = "--feishu.registration.enabled=true";

	public static void main(String[] args) {
		ConfigurableApplicationContext context = SpringApplication.run(SampleApplication.class, withProperties(args));
		context.getBeanProvider(Checklist.class).ifAvailable((checklist) -> {
			checklist.run();
			context.close();
		});
	}

	/**
	 * Replaces the short options of the registration by the properties that they mean.
	 */
	static String[] withProperties(String... args) {
		return Stream.of(args).flatMap((argument) -> switch (argument) {
			case "--register" -> Stream.of(REGISTER);
			case "--update" -> Stream.of(REGISTER, "--feishu.registration.update=true");
			default -> Stream.of(argument);
		}).toArray(String[]::new);
	}

}
