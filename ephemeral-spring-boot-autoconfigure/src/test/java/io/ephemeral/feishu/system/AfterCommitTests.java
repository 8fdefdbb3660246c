package io.ephemeral.feishu.system;

import java.util.List;
import java.util.function.Consumer;

import ch.qos.logback.classic.Level;
import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.commit.AfterCommit;
import io.ephemeral.feishu.commit.ReactiveAfterCommit;
import io.ephemeral.feishu.ephemeral.EphemeralCardOperations;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardOperations;
import io.ephemeral.feishu.ephemeral.SentCard;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.publish.Publications;
import io.ephemeral.feishu.publish.ReactivePublications;
import io.ephemeral.feishu.simulator.Fault;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.ReactiveTransaction;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.reactive.AbstractReactiveTransactionManager;
import org.springframework.transaction.reactive.GenericReactiveTransaction;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What members see of transactions that commit and roll back. The observation of a call
 * after a commit starts before the transaction ends, so that a call too many is found.
 */
@TestInstance(Lifecycle.PER_CLASS)
class AfterCommitTests {

	private static final String SEND = "/open-apis/ephemeral/v1/send";

	private static final int NEW = TransactionDefinition.PROPAGATION_REQUIRES_NEW;

	private static final int NESTED = TransactionDefinition.PROPAGATION_NESTED;

	private final FeishuSimulator feishu = FeishuSimulator.builder().rateLimits(false).start();

	private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder().generateUniqueName(true)
		.setType(EmbeddedDatabaseType.H2)
		.build();

	private final JdbcTransactionManager transactions = new JdbcTransactionManager(this.database);

	private final JdbcClient jdbc = JdbcClient.create(this.database);

	private ConfigurableApplicationContext context;

	private EphemeralCardOperations cards;

	private TestObservationRegistry observations;

	private AfterCommit afterCommit;

	private SimulatedChat chat;

	@BeforeAll
	void start() {
		this.jdbc.sql("create table orders (name varchar(20))").update();
		this.context = new SpringApplicationBuilder(TestApplication.class).web(WebApplicationType.NONE)
			.properties("feishu.base-url=" + this.feishu.baseUrl(), "feishu.app-id=" + this.feishu.appId(),
					"feishu.app-secret=" + this.feishu.appSecret())
			.run();
		this.cards = this.context.getBean(EphemeralCardOperations.class);
	}

	@AfterAll
	void stop() {
		this.context.close();
		this.database.shutdown();
		this.feishu.close();
	}

	@BeforeEach
	void createChat() {
		this.feishu.reset();
		this.chat = this.feishu.createChat("ada", "bob");
		this.jdbc.sql("delete from orders").update();
		this.observations = TestObservationRegistry.create();
		this.afterCommit = new AfterCommit(this.cards, this.context.getBean(Publications.class), this.observations);
	}

	@Test
	void applicationWhenItHasTransactionsThenHasBeans() {
		assertThat(this.context.getBeansOfType(AfterCommit.class)).hasSize(1);
		assertThat(this.context.getBeansOfType(ReactiveAfterCommit.class)).hasSize(1);
	}

	@Test
	void sendWhenTransactionCommitsThenLeavesAfterIt() {
		inTransaction((status) -> {
			order("lunch");
			assertThat(seen()).isEmpty();
		});

		assertLeft("lunch");
		assertThat(orders()).containsExactly("lunch");
	}

	@Test
	void sendWhenTransactionRollsBackThenNothingLeaves() {
		inTransaction((status) -> {
			order("lunch");
			status.setRollbackOnly();
		});

		assertLeft();
		assertThat(orders()).isEmpty();
	}

	@Test
	void sendWhenCommitItselfFailsThenNothingLeaves() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> inTransaction((status) -> {
			order("lunch");
			org.springframework.transaction.support.TransactionSynchronizationManager
				.registerSynchronization(new TransactionSynchronization() {

					@Override
					public void beforeCommit(boolean readOnly) {
						throw new IllegalStateException("no");
					}

				});
		}));

		assertLeft();
	}

	@Test
	void sendWhenAnotherSynchronizationFailsAfterTheCommitThenLeavesAllTheSame() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> inTransaction((status) -> {
			org.springframework.transaction.support.TransactionSynchronizationManager
				.registerSynchronization(new TransactionSynchronization() {

					@Override
					public void afterCommit() {
						throw new IllegalStateException("no");
					}

				});
			order("lunch");
		}));

		assertLeft("lunch");
	}

	@Test
	void sendWhenThereIsNoTransactionThenLeavesAtOnce() {
		order("lunch");

		assertThat(seen()).containsExactly("lunch");
	}

	@Test
	void sendWhenThereIsNoTransactionAndItFailsThenCallerIsTold() {
		this.feishu.faults().on(SEND).next(1).meet(Fault.error(18053));

		assertThatExceptionOfType(FeishuApiException.class).isThrownBy(() -> send("lunch"));
	}

	@Test
	void sendWhenOnlyTheInnerTransactionCommitsThenOnlyItsCardLeaves() {
		inTransaction((status) -> {
			order("outer");
			inTransaction(NEW, (inner) -> order("inner"));
			order("outer, too");
			status.setRollbackOnly();
		});

		assertLeft("inner");
		assertThat(orders()).containsExactly("inner");
	}

	@Test
	void sendWhenOnlyTheInnerTransactionRollsBackThenTheOtherCardsLeaveInOrder() {
		inTransaction((status) -> {
			order("outer");
			inTransaction(NEW, (inner) -> {
				order("inner");
				inner.setRollbackOnly();
			});
			order("outer, too");
		});

		assertLeft("outer", "outer, too");
		assertThat(orders()).containsExactly("outer", "outer, too");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void sendWhenNestedPartRollsBackThenOnlyTheOtherCardsLeave(boolean before) {
		inTransaction((status) -> {
			if (before) {
				order("outer");
			}
			inTransaction(NESTED, (nested) -> {
				order("nested");
				inTransaction(NESTED, (deeper) -> order("deeper"));
				nested.setRollbackOnly();
			});
			order("outer, too");
		});

		String[] left = before ? new String[] { "outer", "outer, too" } : new String[] { "outer, too" };
		assertLeft(left);
		assertThat(orders()).containsExactly(left);
	}

	@Test
	void sendWhenNestedPartCommitsThenLeavesWithTheWhole() {
		inTransaction((status) -> {
			order("outer");
			inTransaction(NESTED, (nested) -> {
				order("nested");
				assertThat(seen()).isEmpty();
			});
			assertThat(seen()).isEmpty();
		});

		assertLeft("outer", "nested");
		assertThat(orders()).containsExactly("outer", "nested");
	}

	@Test
	void sendWhenWholeRollsBackAfterNestedPartThenNothingLeaves() {
		inTransaction((status) -> {
			inTransaction(NESTED, (nested) -> order("nested"));
			status.setRollbackOnly();
		});

		assertLeft();
		assertThat(orders()).isEmpty();
	}

	@Test
	void sendWhenItFailsAfterTheCommitThenIsToldAndOthersFollow() {
		this.feishu.faults().on(SEND).next(1).meet(Fault.error(18053));
		try (CapturedLog log = CapturedLog.of("io.ephemeral.feishu.commit", Level.ERROR)) {
			inTransaction((status) -> {
				order("refused");
				order("next");
			});

			await().untilAsserted(() -> assertThat(seen()).containsExactly("next"));
			assertThat(log.lines(Level.ERROR)).singleElement().asString().contains("has committed", "'send'");
		}
		assertThat(orders()).containsExactly("refused", "next");
		TestObservationRegistryAssert.assertThat(this.observations)
			.hasAnObservation((observation) -> observation.hasNameEqualTo("feishu.after-commit")
				.hasLowCardinalityKeyValue("operation", "send")
				.hasLowCardinalityKeyValue("outcome", "failed")
				.hasError());
	}

	@Test
	void publishWhenItFailsAfterTheCommitThenCardStaysAndIsTold() {
		SentCard form = show("form");
		this.feishu.faults().on("/open-apis/im/v1/messages").all().meet(Fault.error(230022));
		try (CapturedLog log = CapturedLog.of("io.ephemeral.feishu.commit", Level.ERROR)) {
			inTransaction((status) -> this.afterCommit.publish(form, card("outcome")));

			await().untilAsserted(() -> assertThat(log.lines(Level.ERROR)).singleElement()
				.asString()
				.contains("has committed", "'publish'"));
		}
		assertThat(seen()).contains("form").doesNotContain("outcome");
	}

	@Test
	void otherCallsWhenTransactionCommitsThenLeaveAfterIt() {
		SentCard first = show("first");
		SentCard second = show("second");
		SentCard third = show("third");
		inTransaction((status) -> {
			this.afterCommit.replace(first, card("replaced"));
			this.afterCommit.delete(second);
			this.afterCommit.publish(third, card("published"));
			assertThat(seen()).containsExactly("first", "second", "third");
		});

		await().untilAsserted(() -> assertThat(seen()).containsExactly("replaced", "published"));
		assertThat(this.chat.seenBy("bob")).extracting(ShownCard::title).containsExactly("published");
	}

	@Test
	void otherCallsWhenTransactionRollsBackThenNothingLeaves() {
		SentCard card = show("first");
		inTransaction((status) -> {
			this.afterCommit.replace(card, card("replaced"));
			this.afterCommit.delete(card.messageId());
			this.afterCommit.publish(card, card("published"));
			status.setRollbackOnly();
		});

		assertThat(seen()).containsExactly("first");
		TestObservationRegistryAssert.assertThat(this.observations).doesNotHaveAnyObservation();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void reactiveSendWhenTransactionEndsThenLeavesAfterTheCommitOnly(boolean commits) {
		TransactionalOperator operator = TransactionalOperator.create(new ReactiveTransactions());

		operator.execute((transaction) -> reactiveSend("lunch").then(Mono.fromRunnable(() -> {
			assertThat(seen()).isEmpty();
			end(transaction, commits);
		}))).blockLast();

		assertLeft(commits ? new String[] { "lunch" } : new String[0]);
	}

	@Test
	void reactiveSendWhenThereIsNoTransactionThenCompletesOnceItHasLeft() {
		reactiveSend("lunch").block();

		assertThat(seen()).containsExactly("lunch");
	}

	private static void end(ReactiveTransaction transaction, boolean commits) {
		if (!commits) {
			transaction.setRollbackOnly();
		}
	}

	private Mono<Void> reactiveSend(String title) {
		ReactiveEphemeralCardOperations reactive = this.context.getBean(ReactiveEphemeralCardOperations.class);
		return new ReactiveAfterCommit(reactive, this.context.getBean(ReactivePublications.class), this.observations)
			.send(reactive.newCard(card(title)).chat(chatId()).viewer(ada()));
	}

	private void inTransaction(Consumer<TransactionStatus> work) {
		inTransaction(TransactionDefinition.PROPAGATION_REQUIRED, work);
	}

	private void inTransaction(int propagation, Consumer<TransactionStatus> work) {
		TransactionTemplate template = new TransactionTemplate(this.transactions);
		template.setPropagationBehavior(propagation);
		template.executeWithoutResult(work);
	}

	private void order(String name) {
		this.jdbc.sql("insert into orders values (?)").param(name).update();
		send(name);
	}

	private List<String> orders() {
		return this.jdbc.sql("select name from orders").query(String.class).list();
	}

	private void send(String title) {
		this.afterCommit.send(this.cards.newCard(card(title)).chat(chatId()).viewer(ada()));
	}

	private SentCard show(String title) {
		return this.cards.send(chatId(), ada(), card(title));
	}

	private static Card card(String title) {
		return Card.builder().title(title).build();
	}

	private ChatId chatId() {
		return new ChatId(this.chat.id());
	}

	private Viewer ada() {
		return Viewer.openId(this.chat.openId("ada"));
	}

	/** Asserts that exactly these cards were sent after a commit, and in this order. */
	private void assertLeft(String... titles) {
		await().untilAsserted(() -> assertThat(seen()).containsExactly(titles));
		TestObservationRegistryAssert.assertThat(this.observations)
			.hasNumberOfObservationsWithNameEqualTo("feishu.after-commit", titles.length);
	}

	private List<String> seen() {
		return this.chat.seenBy("ada").stream().map(ShownCard::title).toList();
	}

	/**
	 * Transactions without resources.
	 */
	private static final class ReactiveTransactions extends AbstractReactiveTransactionManager {

		@Override
		protected Object doGetTransaction(TransactionSynchronizationManager manager) {
			return new Object();
		}

		@Override
		protected Mono<Void> doBegin(TransactionSynchronizationManager manager, Object transaction,
				TransactionDefinition definition) {
			return Mono.empty();
		}

		@Override
		protected Mono<Void> doCommit(TransactionSynchronizationManager manager, GenericReactiveTransaction status) {
			return Mono.empty();
		}

		@Override
		protected Mono<Void> doRollback(TransactionSynchronizationManager manager, GenericReactiveTransaction status) {
			return Mono.empty();
		}

	}

}
