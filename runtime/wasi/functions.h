//===- functions.h - The functions of WASI ----------------------------------===//
//
// What abi/wasi.def declares to the compiler, as C. Operands are those of the witx in
// their order; addresses are in the memory of the program.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_WASI_FUNCTIONS_H
#define W2N_WASI_FUNCTIONS_H

#include <stdint.h>

typedef struct w2n_wasi w2n_wasi;

uint32_t w2n_wasi_args_get(w2n_wasi *wasi, uint32_t list, uint32_t text);
uint32_t w2n_wasi_args_sizes_get(w2n_wasi *wasi, uint32_t count, uint32_t size);
uint32_t w2n_wasi_environ_get(w2n_wasi *wasi, uint32_t list, uint32_t text);
uint32_t w2n_wasi_environ_sizes_get(w2n_wasi *wasi, uint32_t count, uint32_t size);
uint32_t w2n_wasi_clock_res_get(w2n_wasi *wasi, uint32_t clock, uint32_t result);
uint32_t w2n_wasi_clock_time_get(w2n_wasi *wasi, uint32_t clock, uint64_t precision,
                                 uint32_t result);
uint32_t w2n_wasi_fd_advise(w2n_wasi *wasi, uint32_t fd, uint64_t offset, uint64_t length,
                            uint32_t advice);
uint32_t w2n_wasi_fd_allocate(w2n_wasi *wasi, uint32_t fd, uint64_t offset, uint64_t length);
uint32_t w2n_wasi_fd_close(w2n_wasi *wasi, uint32_t fd);
uint32_t w2n_wasi_fd_datasync(w2n_wasi *wasi, uint32_t fd);
uint32_t w2n_wasi_fd_fdstat_get(w2n_wasi *wasi, uint32_t fd, uint32_t address);
uint32_t w2n_wasi_fd_fdstat_set_flags(w2n_wasi *wasi, uint32_t fd, uint32_t flags);
uint32_t w2n_wasi_fd_fdstat_set_rights(w2n_wasi *wasi, uint32_t fd, uint64_t base,
                                       uint64_t inheriting);
uint32_t w2n_wasi_fd_filestat_get(w2n_wasi *wasi, uint32_t fd, uint32_t address);
uint32_t w2n_wasi_fd_filestat_set_size(w2n_wasi *wasi, uint32_t fd, uint64_t size);
uint32_t w2n_wasi_fd_filestat_set_times(w2n_wasi *wasi, uint32_t fd, uint64_t accessed,
                                        uint64_t modified, uint32_t flags);
uint32_t w2n_wasi_fd_pread(w2n_wasi *wasi, uint32_t fd, uint32_t list, uint32_t count,
                           uint64_t offset, uint32_t result);
uint32_t w2n_wasi_fd_prestat_get(w2n_wasi *wasi, uint32_t fd, uint32_t address);
uint32_t w2n_wasi_fd_prestat_dir_name(w2n_wasi *wasi, uint32_t fd, uint32_t address, uint32_t size);
uint32_t w2n_wasi_fd_pwrite(w2n_wasi *wasi, uint32_t fd, uint32_t list, uint32_t count,
                            uint64_t offset, uint32_t result);
uint32_t w2n_wasi_fd_read(w2n_wasi *wasi, uint32_t fd, uint32_t list, uint32_t count,
                          uint32_t result);
uint32_t w2n_wasi_fd_readdir(w2n_wasi *wasi, uint32_t fd, uint32_t address, uint32_t size,
                             uint64_t position, uint32_t used_address);
uint32_t w2n_wasi_fd_renumber(w2n_wasi *wasi, uint32_t from, uint32_t to);
uint32_t w2n_wasi_fd_seek(w2n_wasi *wasi, uint32_t fd, uint64_t offset, uint32_t whence,
                          uint32_t result);
uint32_t w2n_wasi_fd_sync(w2n_wasi *wasi, uint32_t fd);
uint32_t w2n_wasi_fd_tell(w2n_wasi *wasi, uint32_t fd, uint32_t result);
uint32_t w2n_wasi_fd_write(w2n_wasi *wasi, uint32_t fd, uint32_t list, uint32_t count,
                           uint32_t result);
uint32_t w2n_wasi_path_create_directory(w2n_wasi *wasi, uint32_t fd, uint32_t address,
                                        uint32_t length);
uint32_t w2n_wasi_path_filestat_get(w2n_wasi *wasi, uint32_t fd, uint32_t lookup, uint32_t address,
                                    uint32_t length, uint32_t result_address);
uint32_t w2n_wasi_path_filestat_set_times(w2n_wasi *wasi, uint32_t fd, uint32_t lookup,
                                          uint32_t address, uint32_t length, uint64_t accessed,
                                          uint64_t modified, uint32_t flags);
uint32_t w2n_wasi_path_link(w2n_wasi *wasi, uint32_t from_fd, uint32_t lookup,
                            uint32_t from_address, uint32_t from_length, uint32_t to_fd,
                            uint32_t to_address, uint32_t to_length);
uint32_t w2n_wasi_path_open(w2n_wasi *wasi, uint32_t fd, uint32_t lookup, uint32_t address,
                            uint32_t length, uint32_t oflags, uint64_t rights_base,
                            uint64_t rights_inheriting, uint32_t fdflags, uint32_t result);
uint32_t w2n_wasi_path_readlink(w2n_wasi *wasi, uint32_t fd, uint32_t address, uint32_t length,
                                uint32_t buffer_address, uint32_t size, uint32_t used_address);
uint32_t w2n_wasi_path_remove_directory(w2n_wasi *wasi, uint32_t fd, uint32_t address,
                                        uint32_t length);
uint32_t w2n_wasi_path_rename(w2n_wasi *wasi, uint32_t from_fd, uint32_t from_address,
                              uint32_t from_length, uint32_t to_fd, uint32_t to_address,
                              uint32_t to_length);
uint32_t w2n_wasi_path_symlink(w2n_wasi *wasi, uint32_t target_address, uint32_t target_length,
                               uint32_t fd, uint32_t address, uint32_t length);
uint32_t w2n_wasi_path_unlink_file(w2n_wasi *wasi, uint32_t fd, uint32_t address, uint32_t length);
uint32_t w2n_wasi_poll_oneoff(w2n_wasi *wasi, uint32_t subscriptions, uint32_t events,
                              uint32_t count, uint32_t result_address);
_Noreturn void w2n_wasi_proc_exit(w2n_wasi *wasi, uint32_t status);
uint32_t w2n_wasi_proc_raise(w2n_wasi *wasi, uint32_t signal);
uint32_t w2n_wasi_sched_yield(w2n_wasi *wasi);
uint32_t w2n_wasi_random_get(w2n_wasi *wasi, uint32_t address, uint32_t length);
uint32_t w2n_wasi_sock_accept(w2n_wasi *wasi, uint32_t fd, uint32_t flags, uint32_t address);
uint32_t w2n_wasi_sock_recv(w2n_wasi *wasi, uint32_t fd, uint32_t list, uint32_t count,
                            uint32_t flags, uint32_t size_address, uint32_t flags_address);
uint32_t w2n_wasi_sock_send(w2n_wasi *wasi, uint32_t fd, uint32_t list, uint32_t count,
                            uint32_t flags, uint32_t size_address);
uint32_t w2n_wasi_sock_shutdown(w2n_wasi *wasi, uint32_t fd, uint32_t how);

// Those of wasi_unstable that are not the same.
uint32_t w2n_wasi_unstable_fd_filestat_get(w2n_wasi *wasi, uint32_t fd, uint32_t address);
uint32_t w2n_wasi_unstable_fd_seek(w2n_wasi *wasi, uint32_t fd, uint64_t offset, uint32_t whence,
                                   uint32_t result);
uint32_t w2n_wasi_unstable_path_filestat_get(w2n_wasi *wasi, uint32_t fd, uint32_t lookup,
                                             uint32_t address, uint32_t length,
                                             uint32_t result_address);
uint32_t w2n_wasi_unstable_poll_oneoff(w2n_wasi *wasi, uint32_t subscriptions, uint32_t events,
                                       uint32_t count, uint32_t result);

#endif // W2N_WASI_FUNCTIONS_H
