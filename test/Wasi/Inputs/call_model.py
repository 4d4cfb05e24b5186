"""The functions of WASI preview 1 for files and directories, as fuzz.py expects them.

Each takes the operands of the function, a string for a path, and gives the results: None
for what cannot be known."""

import file_model
from file_model import (DIRECTORY, FILE, LINK, LINKS_FOLLOWED, LINKS_KEPT,
                        LINKS_KEPT_UNLESS_SLASH, Node, require, resolve, unlink)

RIGHTS = ["fd_datasync", "fd_read", "fd_seek", "fd_fdstat_set_flags", "fd_sync", "fd_tell",
          "fd_write", "fd_advise", "fd_allocate", "path_create_directory", "path_create_file",
          "path_link_source", "path_link_target", "path_open", "fd_readdir", "path_readlink",
          "path_rename_source", "path_rename_target", "path_filestat_get",
          "path_filestat_set_size", "path_filestat_set_times", "fd_filestat_get",
          "fd_filestat_set_size", "fd_filestat_set_times", "path_symlink",
          "path_remove_directory", "path_unlink_file", "poll_fd_readwrite", "sock_shutdown",
          "sock_accept"]
O_CREAT, O_DIRECTORY, O_EXCL, O_TRUNC = 1, 2, 4, 8
APPEND, NONBLOCK = 1, 4
INT64_MAX = 2**63 - 1
FIRST_DESCRIPTOR, DESCRIPTOR_LIMIT = 3, 16384


def mask(*names):
    return sum(1 << RIGHTS.index(name) for name in names)


ALL = (1 << len(RIGHTS)) - 1
OF_BOTH = mask("fd_datasync", "fd_sync", "fd_fdstat_set_flags", "fd_filestat_get",
               "fd_filestat_set_times")
OF_FILES = OF_BOTH | mask("fd_read", "fd_seek", "fd_tell", "fd_write", "fd_advise",
                          "fd_allocate", "fd_filestat_set_size", "poll_fd_readwrite")
OF_DIRECTORIES = OF_BOTH | mask("fd_readdir", *(r for r in RIGHTS if r.startswith("path_")))
READING = mask("fd_read", "fd_readdir")
WRITING = mask("fd_write", "fd_allocate", "fd_filestat_set_size")


class Descriptor:
    def __init__(self, node, rights, inheriting, is_read_only, flags=0, preopen=None):
        self.node = node
        self.rights = rights
        self.inheriting = inheriting
        self.is_read_only = is_read_only
        self.flags = flags
        self.preopen = preopen
        self.offset = 0
        # Whether it was opened for reading, for writing.
        self.reads = self.writes = False


def check_times(flags):
    require(flags < 16 and flags & 3 != 3 and flags & 12 != 12, "inval")


def set_time(node, time, flags):
    if flags & 12:
        node.time = time if flags & 4 else None


def status(node):
    return [FILE, len(node.data), node.links, node.time] if node.kind == FILE else [node.kind]


class Wasi:
    """The state of a program with preopened directories."""

    def __init__(self, preopens):
        """preopens: (node, name, is_read_only) of each."""
        self.descriptors = {
            FIRST_DESCRIPTOR + i: Descriptor(node, OF_DIRECTORIES, ALL, is_read_only, preopen=name)
            for i, (node, name, is_read_only) in enumerate(preopens)}

    def get(self, fd, *rights):
        require(fd in self.descriptors, "badf")
        descriptor = self.descriptors[fd]
        require(not mask(*rights) & ~descriptor.rights, "notcapable")
        return descriptor

    def get_file(self, fd, *rights):
        require(self.get(fd).node.kind != DIRECTORY, "badf")
        return self.get(fd, *rights)

    def get_open(self, fd, right, *rights):
        """What bytes are read from or written to."""
        file = self.get_file(fd)
        require(file.reads if right == "fd_read" else file.writes, "badf")
        return self.get_file(fd, right, *rights)

    def get_directory(self, fd, *rights):
        require(self.get(fd).node.kind == DIRECTORY, "notdir")
        return self.get(fd, *rights)

    def resolve(self, fd, path, links, right):
        return resolve(self.get_directory(fd, right), path, links)

    def resolve_to_change(self, fd, path, right, links=LINKS_KEPT):
        place = self.resolve(fd, path, links, right)
        require(not place.is_read_only, "rofs")
        return place

    # Paths

    def path_open(self, fd, lookup, path, oflags, rights, inheriting, fdflags):
        rights &= ALL
        inheriting &= ALL
        require(oflags < 16 and fdflags < 32, "inval")
        require(not oflags & O_DIRECTORY or not oflags & ~O_DIRECTORY, "inval")
        reads = rights & READING != 0
        writes = rights & (mask("fd_write") if oflags & O_DIRECTORY else WRITING) != 0
        needed = ["path_open"]
        needed += ["path_create_file"] if oflags & O_CREAT else []
        needed += ["path_filestat_set_size"] if oflags & O_TRUNC else []
        directory = self.get_directory(fd, *needed)
        require(not (rights | inheriting) & ~directory.inheriting, "notcapable")
        follows = lookup & 1 and not oflags & O_EXCL
        place = resolve(directory, path, LINKS_FOLLOWED if follows else LINKS_KEPT_UNLESS_SLASH)
        if place.is_read_only:
            require(not writes and not oflags & (O_TRUNC | O_EXCL), "rofs")
        node = self.open_node(place, oflags, writes)
        if node.kind == DIRECTORY:
            rights &= OF_DIRECTORIES
        else:
            inheriting = 0
            rights &= OF_FILES & ~(0 if reads else READING) & ~(0 if writes else WRITING)
        number = next(n for n in range(FIRST_DESCRIPTOR, DESCRIPTOR_LIMIT)
                      if n not in self.descriptors)
        opened = Descriptor(node, rights, inheriting, place.is_read_only, fdflags)
        opened.reads, opened.writes = reads, writes
        self.descriptors[number] = opened
        return [number]

    @staticmethod
    def open_node(place, oflags, writes):
        require(not place.needs_directory or not oflags & O_CREAT, "isdir")
        node = place.directory.lookup(place.name)
        if not node:
            require(oflags & O_CREAT, "noent")
            require(not place.is_read_only, "rofs")
            place.directory.add(place.name, Node(FILE))
            return place.directory.lookup(place.name)
        creates = oflags & O_CREAT and not place.is_read_only
        require(not creates or not oflags & O_EXCL, "exist")
        if place.needs_directory or oflags & O_DIRECTORY:
            require(node.kind == DIRECTORY, "notdir")
        require(node.kind != LINK, "loop")
        require(node.kind == FILE or not creates and not writes and not oflags & O_TRUNC, "isdir")
        if oflags & O_TRUNC:
            node.data.clear()
            node.time = None
        return node

    def path_create_directory(self, fd, path):
        place = self.resolve_to_change(fd, path, "path_create_directory")
        place.check_free(allows_slash=True)
        place.directory.add(place.name, Node(DIRECTORY))

    def path_remove_directory(self, fd, path):
        place = self.resolve_to_change(fd, path, "path_remove_directory")
        require(place.name != ".", "inval")
        node = place.directory.lookup(place.name)
        require(node, "noent")
        require(node.kind == DIRECTORY, "notdir")
        require(not node.entries, "notempty")
        unlink(place.directory.entries.pop(place.name))

    def path_unlink_file(self, fd, path):
        place = self.resolve_to_change(fd, path, "path_unlink_file")
        require(place.node().kind != DIRECTORY, "isdir")
        unlink(place.directory.entries.pop(place.name))

    def path_rename(self, from_fd, source, to_fd, target):
        source_place = self.resolve_to_change(from_fd, source, "path_rename_source")
        file_model.rename(source_place, self.resolve_to_change(to_fd, target, "path_rename_target"))

    def path_link(self, from_fd, lookup, source, to_fd, target):
        require(not lookup & 1, "inval")
        source_place = self.resolve_to_change(from_fd, source, "path_link_source")
        if source_place.needs_directory:
            source_place.node()
        place = self.resolve_to_change(to_fd, target, "path_link_target")
        if place.needs_directory:
            place.check_free()
        node = source_place.node()
        place.check_free()
        require(node.kind != DIRECTORY, "perm")
        place.directory.add(place.name, node)
        node.links += 1

    def path_symlink(self, target, fd, path):
        require(target, "noent")
        require(not target.startswith("/"), "perm")
        place = self.resolve_to_change(fd, path, "path_symlink")
        place.check_free()
        place.directory.add(place.name, Node(LINK, target=target))

    def path_readlink(self, fd, path, size):
        node = self.resolve(fd, path, LINKS_KEPT_UNLESS_SLASH, "path_readlink").node()
        require(node.kind == LINK, "inval")
        return [node.target.encode()[:size]]

    def path_filestat_get(self, fd, lookup, path):
        links = LINKS_FOLLOWED if lookup & 1 else LINKS_KEPT_UNLESS_SLASH
        return status(self.resolve(fd, path, links, "path_filestat_get").node())

    def path_filestat_set_times(self, fd, lookup, path, _, modified, flags):
        check_times(flags)
        links = LINKS_FOLLOWED if lookup & 1 else LINKS_KEPT_UNLESS_SLASH
        place = self.resolve_to_change(fd, path, "path_filestat_set_times", links)
        set_time(place.node(), modified, flags)

    # Open files

    def fd_read(self, fd, size):
        file = self.get_open(fd, "fd_read")
        data = bytes(file.node.data[file.offset:file.offset + size])
        file.offset += len(data)
        return [data]

    def fd_pread(self, fd, size, offset):
        file = self.get_open(fd, "fd_read", "fd_seek")
        require(offset <= INT64_MAX, "inval")
        return [bytes(file.node.data[offset:offset + size])]

    def write(self, file, text, offset):
        data = file.node.data
        # Linux appends, whatever offset is given.
        offset = len(data) if file.flags & APPEND else offset
        if text:
            data.extend(bytes(max(0, offset - len(data))))
            data[offset:offset + len(text)] = text.encode()
            file.node.time = None
        return offset + len(text)

    def fd_write(self, fd, text):
        file = self.get_open(fd, "fd_write")
        if text:
            file.offset = self.write(file, text, file.offset)
        return [len(text)]

    def fd_pwrite(self, fd, text, offset):
        file = self.get_open(fd, "fd_write", "fd_seek")
        require(offset <= INT64_MAX, "inval")
        self.write(file, text, offset)
        return [len(text)]

    def fd_seek(self, fd, delta, whence):
        file = self.get_file(fd)
        sufficient = mask("fd_seek", *(["fd_tell"] if (delta, whence) == (0, 1) else []))
        require(file.rights & sufficient, "notcapable")
        require(whence < 3, "inval")
        delta -= (delta > INT64_MAX) << 64
        offset = delta + (0, file.offset, len(file.node.data))[whence]
        require(offset >= 0, "inval")
        file.offset = offset
        return [offset]

    def fd_tell(self, fd):
        return self.fd_seek(fd, 0, 1)

    # Descriptors

    def fd_close(self, fd):
        self.get(fd)
        del self.descriptors[fd]

    def fd_renumber(self, source, target):
        self.get(source)
        self.get(target)
        self.descriptors[target] = self.descriptors.pop(source)

    def fd_fdstat_get(self, fd):
        found = self.get(fd)
        return [found.node.kind, found.flags, found.rights, found.inheriting]

    def fd_fdstat_set_flags(self, fd, flags):
        found = self.get(fd, "fd_fdstat_set_flags")
        require(not (flags ^ found.flags) & ~(APPEND | NONBLOCK), "inval")
        found.flags = flags

    def fd_fdstat_set_rights(self, fd, rights, inheriting):
        found = self.get(fd)
        require(not rights & ~found.rights and not inheriting & ~found.inheriting, "notcapable")
        found.rights, found.inheriting = rights, inheriting

    def fd_filestat_get(self, fd):
        return status(self.get(fd, "fd_filestat_get").node)

    def fd_filestat_set_size(self, fd, size):
        file = self.get_file(fd, "fd_filestat_set_size")
        require(size <= INT64_MAX, "inval")
        data = file.node.data
        del data[size:]
        data.extend(bytes(size - len(data)))
        file.node.time = None

    def fd_filestat_set_times(self, fd, _, modified, flags):
        found = self.get(fd, "fd_filestat_set_times")
        check_times(flags)
        require(not found.is_read_only, "rofs")
        set_time(found.node, modified, flags)

    def fd_allocate(self, fd, offset, length):
        file = self.get_file(fd, "fd_allocate")
        require(length and offset <= INT64_MAX, "inval")
        data = file.node.data
        data.extend(bytes(max(0, offset + length - len(data))))
        file.node.time = None

    def fd_advise(self, fd, offset, length, advice):
        self.get_file(fd, "fd_advise")
        require(offset + length <= INT64_MAX and advice < 6, "inval")

    def fd_sync(self, fd):
        self.get(fd, "fd_sync")

    def fd_datasync(self, fd):
        self.get(fd, "fd_datasync")

    def fd_readdir(self, fd, _):
        node = self.get_directory(fd, "fd_readdir").node
        require(not node.is_dead, "noent")
        kinds = {".": DIRECTORY, "..": DIRECTORY}
        kinds.update({name: entry.kind for name, entry in node.entries.items()})
        return [f"'{name}:{kind}" for name, kind in sorted(kinds.items())]

    def fd_prestat_get(self, fd):
        found = self.get(fd)
        require(found.preopen, "badf")
        return [len(found.preopen)]

    def fd_prestat_dir_name(self, fd, size):
        found = self.get(fd)
        require(found.preopen, "badf")
        require(size >= len(found.preopen), "nametoolong")
        return [found.preopen.encode()]
