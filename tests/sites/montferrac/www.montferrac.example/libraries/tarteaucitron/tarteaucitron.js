tarteaucitron.init({});
