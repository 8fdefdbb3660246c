package io.ephemeral.feishu.autoconfigure.jdbc;

import javax.sql.DataSource;

import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.jdbc.FeishuJdbcProperties;
import io.ephemeral.feishu.autoconfigure.redis.FeishuRedisAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.sharing.SharingSetupException;
import io.ephemeral.feishu.callback.answer.AnswerStore;
import io.ephemeral.feishu.ephemeral.ExpiryStore;
import io.ephemeral.feishu.jdbc.JdbcAnswerStore;
import io.ephemeral.feishu.jdbc.JdbcExpiryStore;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.jdbc.init.PlatformPlaceholderDatabaseDriverResolver;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration of what the instances of an application share in a relational
 * database, if the module for it is present. The data source is the one of the
 * application, or the bean {@code feishuDataSource}. What the instances share over Redis
 * is not in the database.
 */
@AutoConfiguration(before = FeishuAutoConfiguration.class, after = FeishuRedisAutoConfiguration.class,
		afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnClass({ JdbcExpiryStore.class, DataSourceScriptDatabaseInitializer.class })
@ConditionalOnBooleanProperty(name = { "feishu.enabled", FeishuJdbcProperties.ENABLED }, matchIfMissing = true)
@EnableConfigurationProperties(FeishuJdbcProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
public final class FeishuJdbcAutoConfiguration {

	private static final String DATA_SOURCE = "feishuDataSource";

	private static final String SCRIPTS = "classpath:io/ephemeral/feishu/jdbc/schema-@@platform@@.sql";

	@Bean
	@ConditionalOnMissingBean(name = "feishuSchemaInitializer")
	DataSourceScriptDatabaseInitializer feishuSchemaInitializer(ApplicationContext context,
			ObjectProvider<DataSource> dataSources, FeishuJdbcProperties properties) {
		DataSource dataSource = dataSource(context, dataSources);
		DatabaseInitializationMode mode = DatabaseInitializationMode.valueOf(properties.initializeSchema().name());
		DatabaseInitializationSettings settings = new DatabaseInitializationSettings();
		settings.setMode(mode);
		if (mode != DatabaseInitializationMode.NEVER) {
			settings
				.setSchemaLocations(new PlatformPlaceholderDatabaseDriverResolver().resolveAll(dataSource, SCRIPTS));
		}
		return new DataSourceScriptDatabaseInitializer(dataSource, settings);
	}

	private static DataSource dataSource(ApplicationContext context, ObjectProvider<DataSource> dataSources) {
		return context.containsBean(DATA_SOURCE) ? context.getBean(DATA_SOURCE, DataSource.class)
				: SharingSetupException.require(dataSources.getIfUnique(), "jdbc",
						"ephemeral-feishu-jdbc is present, but the application has no DataSource, or more than one",
						"Set 'spring.datasource.url', or define a DataSource with the name '" + DATA_SOURCE + "'.");
	}

	/**
	 * Configuration of the expiries.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "feishu.jdbc.expiries", matchIfMissing = true)
	@ConditionalOnMissingBean(ExpiryStore.class)
	static class ExpiriesConfiguration {

		@Bean
		@ConditionalOnMissingBean
		@DependsOnDatabaseInitialization
		ExpiryStore feishuExpiryStore(ApplicationContext context, ObjectProvider<DataSource> dataSources,
				ObjectProvider<CredentialsSupplier> credentials) {
			return new JdbcExpiryStore(dataSource(context, dataSources),
					SharingSetupException.require(credentials, "jdbc").appId());
		}

		@Bean
		@ConditionalOnMissingBean(name = "feishuExpiryTableCheck")
		@DependsOnDatabaseInitialization
		TableCheck feishuExpiryTableCheck(ApplicationContext context, ObjectProvider<DataSource> dataSources) {
			return new TableCheck(dataSource(context, dataSources), "FEISHU_EXPIRY");
		}

	}

	/**
	 * Configuration of the answers to callbacks.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "feishu.jdbc.callbacks", matchIfMissing = true)
	@ConditionalOnMissingBean(AnswerStore.class)
	static class CallbacksConfiguration {

		@Bean
		@ConditionalOnMissingBean
		@DependsOnDatabaseInitialization
		AnswerStore feishuAnswerStore(ApplicationContext context, ObjectProvider<DataSource> dataSources,
				ObjectProvider<CredentialsSupplier> credentials) {
			return new JdbcAnswerStore(dataSource(context, dataSources),
					SharingSetupException.require(credentials, "jdbc"));
		}

		@Bean
		@ConditionalOnMissingBean(name = "feishuAnswerTableCheck")
		@DependsOnDatabaseInitialization
		TableCheck feishuAnswerTableCheck(ApplicationContext context, ObjectProvider<DataSource> dataSources) {
			return new TableCheck(dataSource(context, dataSources), "FEISHU_ANSWER");
		}

	}

}
