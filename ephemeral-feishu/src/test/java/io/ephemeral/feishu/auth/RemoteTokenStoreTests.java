package io.ephemeral.feishu.auth;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The contract suits a store on another machine: keys and tokens go there as text and
 * bytes, and its answers take their time on a thread of its own.
 */
class RemoteTokenStoreTests extends TokenStoreContract {

	@Override
	protected TokenStore createStore() {
		return new RemoteTokenStore();
	}

	/**
	 * What a store in Redis would be, with a map in the place of Redis.
	 */
	static final class RemoteTokenStore implements TokenStore {

		private final Map<String, byte[]> tokens = new HashMap<>();

		@Override
		public Mono<TenantToken> find(TokenKey key) {
			return remotely(() -> this.tokens.get(key.toString())).map(RemoteTokenStore::read);
		}

		@Override
		public Mono<Boolean> compareAndSet(TokenKey key, @Nullable TenantToken expected, @Nullable TenantToken update) {
			return remotely(() -> {
				byte[] current = this.tokens.get(key.toString());
				if (!Objects.equals((current != null) ? read(current) : null, expected)) {
					return false;
				}
				if (update != null) {
					this.tokens.put(key.toString(), write(update));
				}
				else {
					this.tokens.remove(key.toString());
				}
				return true;
			});
		}

		private <T> Mono<T> remotely(Supplier<@Nullable T> answer) {
			return Mono.delay(Duration.ofMillis(2)).flatMap((unused) -> Mono.fromSupplier(() -> {
				synchronized (this.tokens) {
					return answer.get();
				}
			})).delayElement(Duration.ofMillis(2));
		}

		private static byte[] write(TenantToken token) {
			try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
					ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
				objects.writeObject(token);
				objects.flush();
				return bytes.toByteArray();
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private static TenantToken read(byte[] bytes) {
			try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
				return (TenantToken) objects.readObject();
			}
			catch (IOException | ClassNotFoundException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
