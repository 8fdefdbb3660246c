package io.ephemeral.sample;

import io.ephemeral.sample.checklist.Checklist;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

@SpringBootApplication
public class SampleApplication {

	public static void main(String[] args) {
		ConfigurableApplicationContext context = SpringApplication.run(SampleApplication.class, args);
		context.getBeanProvider(Checklist.class).ifAvailable((checklist) -> {
			checklist.run();
			context.close();
		});
	}

}
