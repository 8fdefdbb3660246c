package io.ephemeral.feishu.autoconfigure.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import javax.sql.DataSource;

import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.sharing.SharingSetupException;
import io.ephemeral.feishu.callback.answer.AnswerStore;
import io.ephemeral.feishu.ephemeral.Delivery;
import io.ephemeral.feishu.ephemeral.ExpiryStore;
import io.ephemeral.feishu.ephemeral.PendingExpiry;
import io.ephemeral.feishu.jdbc.JdbcAnswerStore;
import io.ephemeral.feishu.jdbc.JdbcExpiryStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class FeishuJdbcAutoConfigurationTests {

	private final ApplicationContextRunner unconnected = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FeishuJdbcAutoConfiguration.class, FeishuAutoConfiguration.class))
		.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=secret-1", "feishu.jdbc.enabled=true");

	private final ApplicationContextRunner runner = this.unconnected.withBean(DataSource.class,
			FeishuJdbcAutoConfigurationTests::emptyDatabase);

	private static DataSource emptyDatabase() {
		JdbcDataSource database = new JdbcDataSource();
		database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
		return database;
	}

	@Test
	void contextWhenModuleIsThereThenExpiriesAndAnswersAreInTheDatabase() {
		this.runner.run((context) -> {
			assertThat(context.getBean(AnswerStore.class)).isInstanceOf(JdbcAnswerStore.class);
			ExpiryStore expiries = context.getBean(ExpiryStore.class);
			assertThat(expiries).isInstanceOf(JdbcExpiryStore.class);
			// The worker of the application must not claim the expiry first.
			Instant now = Instant.now().plus(Duration.ofDays(1));
			expiries.save(new PendingExpiry(new MessageId("om_1"), Delivery.EPHEMERAL, null, now.minusSeconds(1), 0))
				.block();
			assertThat(expiries.claim(now, now.plus(Duration.ofMinutes(2)), 10).collectList().block()).hasSize(1);
		});
	}

	@Test
	void contextWhenDisabledThenNothingIsInTheDatabase() {
		this.runner.withPropertyValues("feishu.jdbc.enabled=false").run(this::sharesNothing);
	}

	@Test
	void contextWhenModuleIsMissingThenNothingIsInTheDatabase() {
		this.runner.withClassLoader(new FilteredClassLoader(JdbcExpiryStore.class.getPackageName()))
			.run(this::sharesNothing);
	}

	private void sharesNothing(AssertableApplicationContext context) {
		assertThat(context).hasNotFailed()
			.hasSingleBean(ExpiryStore.class)
			.doesNotHaveBean(AnswerStore.class)
			.doesNotHaveBean("feishuSchemaInitializer");
	}

	@Test
	void contextWhenOnlyOnePartIsOnThenTheOtherIsNotShared() {
		this.runner.withPropertyValues("feishu.jdbc.callbacks=false")
			.run((context) -> assertThat(context).hasBean("feishuExpiryTableCheck").doesNotHaveBean(AnswerStore.class));
	}

	@Test
	void contextWhenApplicationHasItsOwnStoreThenItIsUsed() {
		this.runner.withBean(ExpiryStore.class, ExpiryStore::inMemory)
			.run((context) -> assertThat(context).hasSingleBean(ExpiryStore.class)
				.doesNotHaveBean("feishuExpiryTableCheck"));
	}

	@Test
	void contextWhenTableIsMissingThenFailsWithRemedy() {
		this.runner.withPropertyValues("feishu.jdbc.initialize-schema=never").run((context) -> {
			assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(SharingSetupException.class)
				.hasMessageContaining("no table FEISHU_");
		});
	}

	@Test
	void contextWhenThereIsNoDataSourceThenFailsWithRemedy() {
		this.unconnected.run((context) -> assertThat(context).getFailure()
			.rootCause()
			.isInstanceOf(SharingSetupException.class)
			.hasMessageContaining("no DataSource, or more than one"));
	}

}
