package io.ephemeral.benchmarks;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * Application with auto-configuration only. It prints the time since the start of its JVM
 * and the CPU time, in milliseconds, and the number of loaded classes.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
public class StartupApplication {

	public static void main(String[] arguments) {
		SpringApplication.run(StartupApplication.class, arguments);
		System.out.println(StartupBenchmark.figures());
		System.exit(0);
	}

}
