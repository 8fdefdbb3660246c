package io.ephemeral.feishu.simulator.junit;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Extension that provides a {@link FeishuSimulator} as a parameter of tests.
 * <p>
 * The tests of a class and its nested classes share one simulator, which is started
 * before the first test and closed after the last. Before each test method it is
 * {@linkplain FeishuSimulator#reset() reset}, so create chats in the test or in a
 * {@code @BeforeEach} method, and do not run the tests of one class in parallel. A test
 * fails if it marked a {@linkplain FeishuSimulator#canary canary} that leaked, also into
 * an exception that ends the test.
 *
 * <pre class="code">
 * &#64;ExtendWith(FeishuSimulatorExtension.class)
 * class ReminderBotTests {
 *
 *     &#64;Test
 *     void remindWhenAskedThenOnlyAskerSeesCard(FeishuSimulator feishu) {
 *         SimulatedChat chat = feishu.createChat("ada", "bob");
 *         …
 *         assertThat(chat.seenBy("ada")).hasSize(1);
 *         assertThat(chat.seenBy("bob")).isEmpty();
 *     }
 *
 * }</pre>
 */
public final class FeishuSimulatorExtension implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback,
		TestExecutionExceptionHandler, ParameterResolver {

	private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace
		.create(FeishuSimulatorExtension.class);

	/**
	 * Creates the extension; JUnit does.
	 */
	public FeishuSimulatorExtension() {
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		simulator(context);
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		simulator(context).reset();
	}

	/** An assertion of the test may show what it found. */
	@Override
	public void handleTestExecutionException(ExtensionContext context, Throwable error) throws Throwable {
		if (!(error instanceof AssertionError)) {
			simulator(context).leakOracle().observe("an exception that ended the test", error);
		}
		throw error;
	}

	@Override
	public void afterEach(ExtensionContext context) {
		simulator(context).requireNoLeaks();
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == FeishuSimulator.class;
	}

	@Override
	public FeishuSimulator resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return simulator(context);
	}

	/**
	 * Returns the simulator of this context or an outer one. The store of JUnit closes
	 * it.
	 */
	private static FeishuSimulator simulator(ExtensionContext context) {
		return context.getStore(NAMESPACE)
			.computeIfAbsent(FeishuSimulator.class, (key) -> FeishuSimulator.start(), FeishuSimulator.class);
	}

}
