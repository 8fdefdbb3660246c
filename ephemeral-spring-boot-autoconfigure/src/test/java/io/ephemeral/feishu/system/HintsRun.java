package io.ephemeral.feishu.system;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.ephemeral.feishu.system.registration.RegisteredBot;
import org.apache.commons.logging.LogFactory;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.beans.factory.aot.AotServices;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.javapoet.ClassName;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * Process that runs stories under Spring's agent, and prints the calls without a hint.
 */
final class HintsRun {

	static final String MISSING = "no hint: ";

	private static final String PACKAGE = "io.ephemeral.feishu.";

	/** One story of each kind; their names, because some are in other packages. */
	private static final List<String> STORIES = List.of("system.WebFluxStoryTests", "system.ServletStoryTests",
			"system.LongConnectionStoryTests", "system.RedisStoryTests", "system.CardFlowTests",
			"system.RecordFormsTests", "system.SealedButtonTests", "system.SimulatorTests",
			"system.ServletCallbackTests", "system.StoreAppTests#cardWhenTicketWasLostThenIsAskedForAndWaitedFor",
			"system.LongConnectionTests#healthWhenConnectedThenIsShownInTheEndpointToo",
			"system.registration.RegistrationTests#storyWhenAppIsRegisteredThenRunsWithExactlyWhatTheBeansNeed",
			"autoconfigure.jdbc.FeishuJdbcAutoConfigurationTests");

	private static final List<Class<?>> APPLICATIONS = List.of(TestApplication.class, ReminderApplication.class,
			CallbackApplication.class, LongConnectionApplication.Bot.class, RegisteredBot.class);

	private HintsRun() {
	}

	/**
	 * Runs all stories with all hints, or one story without some hints.
	 * @param without simple names of the registrars to leave out
	 */
	public static void main(String... without) {
		int exitCode = 1;
		try {
			report(List.of(without));
			exitCode = 0;
		}
		catch (RuntimeException | Error ex) {
			System.out.println(ex.getMessage());
			LogFactory.getLog(HintsRun.class).error("The stories were not told to their end", ex);
		}
		finally {
			// Some threads of the stories would keep the process alive.
			Runtime.getRuntime().halt(exitCode);
		}
	}

	private static void report(List<String> without) {
		boolean all = without.isEmpty();
		ReflectiveCalls calls = ReflectiveCalls.during(() -> run(all ? STORIES : List.of("system.SimulatorTests")));
		List<String> missing = calls.without(all ? hintsOfApplications() : hintsOfLibrary(without));
		missing.forEach((call) -> System.out.println(MISSING + call));
		System.out.printf("%,d reflective calls, %,d count, %d different ones without a hint%n", calls.seen(),
				calls.counted(), missing.size());
		System.out.flush();
	}

	private static void run(List<String> stories) {
		List<? extends DiscoverySelector> tests = stories.stream()
			.map((name) -> name.contains("#") ? DiscoverySelectors.selectMethod(PACKAGE + name)
					: DiscoverySelectors.selectClass(PACKAGE + name))
			.toList();
		SummaryGeneratingListener listener = new SummaryGeneratingListener();
		LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request().selectors(tests).build(), listener);
		TestExecutionSummary summary = listener.getSummary();
		summary.getFailures().forEach((failure) -> failure.getException().printStackTrace());
		Assert.state(summary.getTotalFailureCount() == 0, () -> "These stories have failed: " + failed(summary));
		Assert.state(summary.getTestsSucceededCount() > 0, "No story was told");
	}

	private static List<String> failed(TestExecutionSummary summary) {
		return summary.getFailures()
			.stream()
			.map((failure) -> failure.getTestIdentifier().getUniqueId() + ", " + failure.getException())
			.toList();
	}

	/** Collects what the build of one application with all handlers collects. */
	private static RuntimeHints hintsOfApplications() {
		Stream<Class<?>> ofTests = STORIES.stream()
			.map((name) -> ClassUtils.resolveClassName(PACKAGE + name.replaceFirst("#.*", ""), null))
			.flatMap((test) -> Stream.ofNullable(test.getAnnotation(SpringBootTest.class)))
			.flatMap((annotation) -> Arrays.stream(annotation.classes()));
		Class<?>[] sources = Stream.concat(APPLICATIONS.stream(), ofTests).distinct().toArray(Class<?>[]::new);
		RuntimeHints hints = new RuntimeHints();
		new ApplicationContextAotGenerator().processAheadOfTime(prepared(sources), new DefaultGenerationContext(
				new ClassNameGenerator(ClassName.get(HintsRun.class)), new InMemoryGeneratedFiles(), hints));
		return hints;
	}

	/** Returns the context of an application, before it is refreshed. */
	private static GenericApplicationContext prepared(Class<?>... sources) {
		try {
			SpringApplication.withHook((application) -> new SpringApplicationRunListener() {

				@Override
				public void contextLoaded(ConfigurableApplicationContext context) {
					throw new AbandonedRunException(context);
				}

			}, () -> {
				new SpringApplicationBuilder(sources).web(WebApplicationType.SERVLET)
					.properties("spring.main.allow-bean-definition-overriding=true",
							"management.endpoints.web.exposure.include=*")
					.run();
			});
			throw new IllegalStateException("The application has started");
		}
		catch (AbandonedRunException ex) {
			return (GenericApplicationContext) ex.getApplicationContext();
		}
	}

	private static RuntimeHints hintsOfLibrary(List<String> without) {
		RuntimeHints hints = new RuntimeHints();
		AotServices.factories()
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter((registrar) -> !without.contains(registrar.getClass().getSimpleName()))
			.forEach((registrar) -> registrar.registerHints(hints, null));
		return hints;
	}

}
