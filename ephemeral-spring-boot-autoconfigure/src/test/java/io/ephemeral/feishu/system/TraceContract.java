package io.ephemeral.feishu.system;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One trace for each request of the platform, from the server to the last call. The only
 * configuration is that every trace is kept.
 */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(LongDeadlines.class)
abstract class TraceContract {

	private final Logger logger = (Logger) LoggerFactory.getLogger(TracedApplication.class);

	private final Lines lines = new Lines();

	private ConfigurableApplicationContext application;

	private final InMemorySpanExporter spans = InMemorySpanExporter.create();

	private SimulatedChat chat;

	/** The kind of server. */
	abstract WebApplicationType type();

	@BeforeAll
	void start() {
		this.application = new SpringApplicationBuilder(TestApplication.class, TracedApplication.class).web(type())
			.registerShutdownHook(false)
			.initializers(this::export)
			.properties("server.port=0", "server.address=127.0.0.1", "management.tracing.sampling.probability=1")
			.run();
		this.lines.start();
		this.logger.addAppender(this.lines);
		this.logger.setLevel(Level.INFO);
		this.chat = this.application.getBean(FeishuSimulator.class).createChat("ada", "bob");
		play();
	}

	private void export(ConfigurableApplicationContext context) {
		context.getBeanFactory().registerSingleton("spanProcessor", SimpleSpanProcessor.create(this.spans));
	}

	@AfterAll
	void stop() {
		this.application.close();
		this.logger.setLevel(null);
		this.logger.detachAppender(this.lines);
	}

	/** Sends a message, and clicks twice on the card that replies to it. */
	private void play() {
		this.chat.member("ada").says("lunch?");
		await().until(() -> !this.chat.seenBy("ada").isEmpty());
		ShownCard card = this.chat.seenBy("ada").get(0);
		card.press("Block");
		await().until(() -> this.chat.seenBy("bob").size() == 1);
		card.press("React");
		await().until(() -> feishuSpans().size() == 12);
	}

	@Test
	void requestsWhenHandledThenEachIsOneTraceWithItsLogLines() {
		await().untilAsserted(() -> assertThat(tree()).isEqualTo("""
				http post /feishu/callback
				  feishu event im.message.receive_v1 (asks)
				    feishu ephemeral.send
				      feishu auth.tenant_access_token
				http post /feishu/callback
				  feishu click block (handles)
				    feishu message.send
				    feishu afterwards block (publishes)
				      feishu message.send
				http post /feishu/callback
				  feishu click react (handles)
				    feishu message.send
				    feishu afterwards react (publishes)
				      feishu message.send
				      feishu ephemeral.delete
				"""));
	}

	@Test
	void spansWhenExportedThenNameNobodyAndNoChat() {
		assertThat(feishuSpans())
			.allSatisfy((span) -> assertThat(span.getAttributes().asMap().values()).extracting(Object::toString)
				.doesNotContain(this.chat.id(), this.chat.openId("ada"), "lunch?"));
	}

	@Test
	void clicksWhenApplicationHasConventionThenHaveItsKeys() {
		assertThat(feishuSpans()).filteredOn((span) -> span.getName().startsWith("feishu click"))
			.hasSize(2)
			.allSatisfy(
					(span) -> assertThat(span.getAttributes().get(AttributeKey.stringKey("team"))).isEqualTo("lunch"));
	}

	private List<SpanData> feishuSpans() {
		return this.spans.getFinishedSpanItems()
			.stream()
			.filter((span) -> span.getName().startsWith("feishu "))
			.toList();
	}

	/**
	 * Returns the traces without the checks of the address, which come first and make no
	 * calls.
	 */
	private String tree() {
		Set<String> traces = feishuSpans().stream().map(SpanData::getTraceId).collect(Collectors.toSet());
		return children("0000000000000000", "", (span) -> traces.contains(span.getTraceId()))
			.collect(Collectors.joining());
	}

	private Stream<String> children(String parent, String indent, Predicate<SpanData> shown) {
		return this.spans.getFinishedSpanItems()
			.stream()
			.filter((span) -> span.getParentSpanId().equals(parent) && shown.test(span))
			.sorted(Comparator.comparingLong(SpanData::getStartEpochNanos))
			.flatMap((span) -> Stream.concat(Stream.of(indent + span.getName() + this.lines.of(span) + "\n"),
					children(span.getSpanId(), indent + "  ", shown)));
	}

	/** Log lines by their spans. */
	private static final class Lines extends AppenderBase<ILoggingEvent> {

		private final List<Map.Entry<String, String>> lines = new CopyOnWriteArrayList<>();

		@Override
		protected void append(ILoggingEvent event) {
			Map<String, String> context = event.getMDCPropertyMap();
			this.lines.add(Map.entry(context.get("traceId") + context.get("spanId"), event.getMessage()));
		}

		String of(SpanData span) {
			return this.lines.stream()
				.filter((line) -> line.getKey().equals(span.getTraceId() + span.getSpanId()))
				.map((line) -> " (" + line.getValue() + ")")
				.collect(Collectors.joining());
		}

	}

}
