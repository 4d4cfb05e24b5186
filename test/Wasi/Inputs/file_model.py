"""What the files and directories of WASI preview 1 are to do, for fuzz.py: nodes and paths.

Errors are exceptions; names of errors and rights are those of the specification."""

ERRNO = {"badf": 8, "busy": 10, "exist": 20, "inval": 28, "isdir": 31, "loop": 32,
         "nametoolong": 37, "noent": 44, "notdir": 54, "notempty": 55, "perm": 63, "rofs": 69,
         "notcapable": 76}
DIRECTORY, FILE, LINK = 3, 4, 7
LINKS_KEPT, LINKS_KEPT_UNLESS_SLASH, LINKS_FOLLOWED = range(3)
LINK_LIMIT = 40


class WasiError(Exception):
    def __init__(self, name):
        super().__init__(name)
        self.number = ERRNO[name]


def require(condition, error):
    if not condition:
        raise WasiError(error)


class Node:
    """A directory, a file or a symbolic link."""

    def __init__(self, kind, parent=None, target=""):
        self.kind = kind
        self.target = target
        self.entries = {}
        # Of directories: the one that it is in; and whether it was removed.
        self.parent = parent
        self.is_dead = False
        # Of files. The time is None where only the clock knows it.
        self.data = bytearray()
        self.links = 1
        self.time = None

    def lookup(self, name):
        """The entry of this directory, or None."""
        return self if name == "." else self.entries.get(name)

    def add(self, name, node):
        require(not self.is_dead, "noent")
        self.entries[name] = node
        if node.kind == DIRECTORY:
            node.parent = self

    def is_in(self, other):
        """Whether this is another directory or beneath it."""
        node = self
        while node and node is not other:
            node = node.parent
        return node is other

    def tree(self):
        """Everything beneath, in the form that fuzz.py reads from the disk."""
        if self.kind == DIRECTORY:
            return {name: node.tree() for name, node in self.entries.items()}
        return bytes(self.data) if self.kind == FILE else self.target


class Place:
    """What a path was resolved to: a name in a directory."""

    def __init__(self, directory, name, needs_directory, is_read_only):
        self.directory = directory
        self.name = name
        self.needs_directory = needs_directory
        self.is_read_only = is_read_only

    def node(self):
        """The node of that name, which must exist, and be a directory if the path says so."""
        node = self.directory.lookup(self.name)
        require(node, "noent")
        require(not self.needs_directory or node.kind == DIRECTORY, "notdir")
        return node

    def check_free(self, allows_slash=False):
        """That something new can have the name."""
        if not allows_slash and self.needs_directory:
            self.node()
            raise WasiError("exist")
        require(not self.directory.lookup(self.name), "exist")
        require(not self.directory.is_dead, "noent")


def enter(root, path):
    """The directory that a path leads to from another, and never out of that."""
    stack = [root]
    rest = path.split("/")
    links = 0
    while rest:
        name = rest.pop(0)
        if name == "..":
            require(len(stack) > 1, "perm")
            stack.pop()
        elif name not in ("", "."):
            node = stack[-1].lookup(name)
            require(node, "noent")
            if node.kind == LINK:
                links += 1
                require(links <= LINK_LIMIT, "loop")
                require(not node.target.startswith("/"), "perm")
                rest = node.target.split("/") + rest
            else:
                require(node.kind == DIRECTORY, "notdir")
                stack.append(node)
    return stack[-1]


def split(path):
    """The path of the directory, the name in it, and whether that must be a directory."""
    stripped = path.rstrip("/")
    directory, slash, name = stripped.rpartition("/")
    if name in (".", ".."):
        return stripped, ".", True
    return directory + slash, name, stripped != path


def resolve(descriptor, path, links):
    """Where a path leads from a descriptor of a directory."""
    require(path, "noent")
    require(not path.startswith("/"), "perm")
    for _ in range(LINK_LIMIT + 1):
        parent, name, needs_directory = split(path)
        place = Place(enter(descriptor.node, parent), name, needs_directory,
                      descriptor.is_read_only)
        node = place.directory.lookup(name)
        follows = links == LINKS_FOLLOWED or links == LINKS_KEPT_UNLESS_SLASH and needs_directory
        if not follows or not node or node.kind != LINK:
            return place
        require(not node.target.startswith("/"), "perm")
        path = parent + node.target + ("/" if needs_directory else "")
    raise WasiError("loop")


def rename(source, target):
    """Gives what is at one place the name of another."""
    if source.needs_directory or target.needs_directory:
        moved = source.directory.lookup(source.name)
        require(moved, "noent")
        require(moved.kind == DIRECTORY, "notdir")
    require(source.name != "." and target.name != ".", "busy")
    moved = source.directory.lookup(source.name)
    require(moved and not target.directory.is_dead, "noent")
    replaced = target.directory.lookup(target.name)
    if moved is replaced:
        return
    require(moved.kind != DIRECTORY or not target.directory.is_in(moved), "inval")
    if replaced:
        require(replaced.kind != DIRECTORY or not source.directory.is_in(replaced), "notempty")
        require(moved.kind != DIRECTORY or replaced.kind == DIRECTORY, "notdir")
        require(moved.kind == DIRECTORY or replaced.kind != DIRECTORY, "isdir")
        require(not replaced.entries, "notempty")
        unlink(replaced)
    del source.directory.entries[source.name]
    target.directory.add(target.name, moved)


def unlink(node):
    """What becomes of a node that loses a name."""
    node.links -= 1
    if node.kind == DIRECTORY:
        node.is_dead = True
