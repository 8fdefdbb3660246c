package io.ephemeral.feishu.autoconfigure.connection;

import java.time.Clock;

import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.autoconfigure.AppType;
import io.ephemeral.feishu.autoconfigure.FeishuLongConnectionProperties;
import io.ephemeral.feishu.autoconfigure.FeishuProperties;
import io.ephemeral.feishu.autoconfigure.callback.FeishuCallbackAutoConfiguration;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.WorkerThreads;
import io.ephemeral.feishu.connection.LongConnection;
import io.ephemeral.feishu.connection.LongConnectionListener;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnThreading;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Auto-configuration of the long connection, if it is enabled.
 */
@AutoConfiguration(after = FeishuCallbackAutoConfiguration.class)
@ConditionalOnBooleanProperty(FeishuLongConnectionProperties.ENABLED)
@ConditionalOnClass(HttpClient.class)
@ConditionalOnBean(CallbackProcessor.class)
@EnableConfigurationProperties(FeishuLongConnectionProperties.class)
public final class FeishuLongConnectionAutoConfiguration {

	/** Separate from the handlers and the listeners, so that neither delays the other. */
	@Bean(defaultCandidate = false, destroyMethod = "dispose")
	@ConditionalOnMissingBean(name = "feishuConnectionScheduler")
	@ConditionalOnThreading(Threading.PLATFORM)
	Scheduler feishuConnectionScheduler() {
		return WorkerThreads.create("feishu-connection", WorkerThreads.STANDARD_MAXIMUM);
	}

	@Bean(name = "feishuConnectionScheduler", defaultCandidate = false, destroyMethod = "dispose")
	@ConditionalOnMissingBean(name = "feishuConnectionScheduler")
	@ConditionalOnThreading(Threading.VIRTUAL)
	Scheduler feishuConnectionVirtualScheduler() {
		return Schedulers.fromExecutor(new VirtualThreadTaskExecutor("feishu-connection-"));
	}

	@Bean(destroyMethod = "")
	@ConditionalOnMissingBean
	LongConnection feishuLongConnection(@Qualifier("feishuTokenWebClient") WebClient client,
			@Qualifier("feishuWebSocketClient") HttpClient httpClient, CredentialsSupplier credentials,
			CallbackProcessor processor, FeishuProperties app, FeishuLongConnectionProperties properties,
			ObjectProvider<LongConnectionListener> listener,
			@Qualifier("feishuConnectionScheduler") Scheduler scheduler, @Qualifier("feishuClock") Clock clock) {
		if (app.appType() == AppType.STORE) {
			throw new LongConnectionNotSupportedException();
		}
		LongConnection.Builder connection = LongConnection.builder(client, credentials, processor)
			.httpClient(httpClient)
			.options(properties.options())
			.scheduler(scheduler)
			.clock(clock);
		listener.ifAvailable(connection::listener);
		return connection.build();
	}

	@Bean
	@ConditionalOnMissingBean
	FeishuLongConnectionLifecycle feishuLongConnectionLifecycle(LongConnection connection) {
		return new FeishuLongConnectionLifecycle(connection);
	}

}
